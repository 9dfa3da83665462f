"""Questions as fields of a page. They only carry what was typed; services/forms/answers.py judges it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from core.forms import DateBoxes
from services.forms.answers import PLACES
from services.forms.limits import bounds
from services.forms.provinces import province, province_choices
from services.forms.questions import Kind, Prefill, Question

MOST_RADIOS = 7
"""A longer list of choices is folded."""

_AUTOCOMPLETE = {
    Prefill.FULL_NAME: "name",
    Prefill.PHONE: "tel",
    Prefill.EMAIL: "email",
    Prefill.ORGANISATION_NAME: "organization",
}
_WIDTHS = {Kind.NUMBER: 20, Kind.AMOUNT: 20, Kind.PHONE: 20, Kind.IDENTIFICATION: 13, Kind.BUSINESS: 20}
_NUMERIC = (Kind.NUMBER, Kind.AMOUNT, Kind.IDENTIFICATION, Kind.BUSINESS)


class AnswerField(forms.Field):
    """One control of a question. `required` only tells whether to write "(optional)"."""

    def __init__(self, *, max_length: int | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.max_length = max_length

    def clean(self, value: Any) -> Any:
        return value


class ElsewhereWidget(forms.Widget):
    """Draws nothing: the answer is given elsewhere on the page, in the blocks of a group or with the files."""

    def render(self, *args: Any, **kwargs: Any) -> Any:
        return ""

    def value_from_datadict(self, *args: Any) -> None:
        return None


def names_of(question: Question, name: str) -> list[str]:
    """The names of the controls of a question."""
    if question.kind == Kind.ADDRESS:
        return [f"{name}-{part}" for part in PLACES]
    return [] if question.kind == Kind.INFORMATION else [name]


def fields_of(question: Question, name: str, hint: str) -> Iterator[tuple[str, AnswerField]]:
    """The controls of a question by their names on the page."""
    if question.kind == Kind.ADDRESS:
        yield from _address(question, name)
    elif question.kind != Kind.INFORMATION:
        field = AnswerField(
            label=question.label,
            help_text=hint,
            required=question.required,
            widget=_widget(question),
            max_length=_WIDTHS.get(Kind(question.kind)),
        )
        yield name, field


def initial_of(question: Question, name: str, value: Any) -> dict[str, Any]:
    """What stands in the controls for an answer, as it is stored or as it was typed."""
    if question.kind == Kind.ADDRESS:
        parts = value if isinstance(value, Mapping) else {"street": value or ""}
        return {f"{name}-{part}": _place(part, parts.get(part, "")) for part in PLACES}
    if question.kind == Kind.YES_NO and isinstance(value, bool):
        return {name: "yes" if value else "no"}
    return {name: value}


def raw_of(question: Question, name: str, typed: Mapping[str, Any]) -> Any:
    """The answer as it was typed into the controls, for services/forms/validation.py."""
    if question.kind == Kind.ADDRESS:
        return {part: typed.get(f"{name}-{part}") for part in PLACES}
    return typed.get(name)


def _place(part: str, value: Any) -> Any:
    return (province(value) or value) if part == "province" and isinstance(value, str) and value else value


def _address(question: Question, name: str) -> Iterator[tuple[str, AnswerField]]:
    labels = (_("Province or city"), _("Ward, commune or special zone"), _("House number, street, village"))
    own = question.prefill == Prefill.ADDRESS
    for part, label, autocomplete in zip(
        PLACES, labels, ("address-level1", "address-level2", "street-address"), strict=True
    ):
        attrs = {"autocomplete": autocomplete} if own else {}
        options = [("", _("Choose a province or city")), *province_choices()]
        widget = forms.Select(attrs, options) if part == "province" else forms.TextInput(attrs)
        yield f"{name}-{part}", AnswerField(label=label, required=question.required, widget=widget)


def _widget(question: Question) -> forms.Widget:
    match question.kind:
        case Kind.FILES | Kind.GROUP:
            return ElsewhereWidget()
        case Kind.LONG_TEXT:
            return forms.Textarea({"rows": 5})
        case Kind.DATE:
            return DateBoxes()
        case Kind.YES_NO:
            return forms.RadioSelect(choices=[("yes", _("Yes")), ("no", _("No"))])
        case Kind.ONE | Kind.MANY:
            return _choices(question)
    return _input(question)


def _may_be_negative(question: Question) -> bool:
    """The keyboard of figures on some telephones has no minus."""
    return question.kind == Kind.NUMBER and int(bounds(question)[0]) < 0


def _choices(question: Question) -> forms.Widget:
    options = [(choice.value, choice.label) for choice in question.choices]
    if question.kind == Kind.MANY:
        return forms.CheckboxSelectMultiple(choices=options)
    if len(options) <= MOST_RADIOS:
        return forms.RadioSelect(choices=options)
    return forms.Select(choices=[("", _("Choose an answer")), *options])


def _input(question: Question) -> forms.Widget:
    attrs = {"autocomplete": _AUTOCOMPLETE[Prefill(question.prefill)]} if question.prefill in _AUTOCOMPLETE else {}
    if question.kind in _NUMERIC and not _may_be_negative(question):
        attrs["inputmode"] = "numeric"
    if question.kind == Kind.PHONE:
        attrs["inputmode"] = "tel"
    return forms.EmailInput(attrs) if question.kind == Kind.EMAIL else forms.TextInput(attrs)
