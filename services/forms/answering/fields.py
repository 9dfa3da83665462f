"""Questions as fields of a page. They only carry what was typed; definition/answer_rules.py judges it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.forms import DateBoxes
from services.forms.definition.addresses import PLACES
from services.forms.definition.limits import bounds
from services.forms.definition.measures import is_measure, to_type
from services.forms.definition.provinces import province, province_choices
from services.forms.definition.questions import Kind, Prefill, Question
from services.forms.definition.sentences import unit_label

MOST_RADIOS = 7
"""A longer list of choices is folded."""

_AUTOCOMPLETE = {
    Prefill.FULL_NAME: "name",
    Prefill.PHONE: "tel",
    Prefill.EMAIL: "email",
    Prefill.ORGANISATION_NAME: "organization",
}
_WIDTHS = {
    Kind.MEASURE: 20,
    Kind.NUMBER: 20,
    Kind.AMOUNT: 20,
    Kind.PHONE: 20,
    Kind.IDENTIFICATION: 13,
    Kind.BUSINESS: 20,
}
_NUMERIC = (Kind.NUMBER, Kind.AMOUNT, Kind.IDENTIFICATION, Kind.BUSINESS)


class AnswerField(forms.Field):
    """One control of a question. `required` only tells whether to write "(optional)"."""

    def __init__(self, *, max_length: int | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.max_length = max_length

    def clean(self, value: object) -> object:
        return value


class ElsewhereWidget(forms.Widget):
    """Draws nothing: the answer is given elsewhere on the page, in the blocks of a group or with the files."""

    def render(self, *args: Any, **kwargs: Any) -> SafeString:
        return SafeString()

    def value_from_datadict(self, *args: Any) -> None:
        return None


class MeasureInput(forms.TextInput):
    """A box for a measure, with its unit behind it."""

    template_name = "forms/measure.html"

    def __init__(self, unit: str) -> None:
        super().__init__({"inputmode": "decimal"})
        self.unit = unit

    def get_context(self, name: str, value: object, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        context["widget"]["unit"] = self.unit
        return context


def how_to_answer(question: Question) -> str:
    """Return what everybody is told about answers of that kind."""
    if question.kind == Kind.BIRTH_DATE:
        return _("If only the year, or only month and year are known, leave the other boxes empty.")
    if question.kind == Kind.MEASURE:
        return _("In {unit}, for example {example}.").format(unit=unit_label(question), example=to_type("1250.5"))
    return ""


def names_of(question: Question, name: str) -> list[str]:
    """Return the names of the controls of a question."""
    if question.kind == Kind.ADDRESS:
        return [f"{name}-{part}" for part in PLACES]
    return [] if question.kind == Kind.INFORMATION else [name]


def fields_of(question: Question, name: str, hint: str) -> Iterator[tuple[str, AnswerField]]:
    """Yield the controls of a question by their names on the page."""
    if question.kind == Kind.ADDRESS:
        yield from _address(question, name)
    elif question.kind != Kind.INFORMATION:
        field = AnswerField(
            label=question.label,
            help_text=" ".join(filter(None, (hint, how_to_answer(question)))),
            required=question.required,
            widget=_widget(question),
            max_length=_WIDTHS.get(Kind(question.kind)),
        )
        yield name, field


def initial_of(question: Question, name: str, value: object) -> dict[str, Any]:
    """Return what stands in the controls for an answer, as it is stored or as it was typed."""
    if question.kind == Kind.ADDRESS:
        parts = value if isinstance(value, Mapping) else {"street": value or ""}
        return {f"{name}-{part}": _place(part, parts.get(part, "")) for part in PLACES}
    if question.kind == Kind.MEASURE and isinstance(value, str) and is_measure(value):
        return {name: to_type(value)}
    if question.kind == Kind.YES_NO and isinstance(value, bool):
        return {name: "yes" if value else "no"}
    return {name: value}


def raw_of(question: Question, name: str, typed: Mapping[str, object]) -> object:
    """Return the answer as it was typed into the controls, for services/forms/answering/validation.py."""
    if question.kind == Kind.ADDRESS:
        return {part: typed.get(f"{name}-{part}") for part in PLACES}
    return typed.get(name)


def wards_name(name: str) -> str:
    """Return the button that lists the wards of the province chosen in an address."""
    return f"{name}-wards"


def confirmation_name(name: str) -> str:
    """Return the box by which somebody says that a number in doubt is right."""
    return f"{name}-confirmed"


def confirmation_field(number: str, *, is_ticked: bool) -> AnswerField:
    """That box. Its value is the number, so it says nothing about another one typed later."""
    widget = forms.CheckboxInput({"value": number}, check_test=lambda value: is_ticked)
    return AnswerField(label=_("The number is right as I typed it."), required=False, widget=widget)


def _place(part: str, value: object) -> object:
    return (province(value) or value) if part == "province" and isinstance(value, str) and value else value


def _address(question: Question, name: str) -> Iterator[tuple[str, AnswerField]]:
    labels = (_("Province or city"), _("Ward, commune or special zone"), _("House number, street, village"))
    own = question.prefill == Prefill.ADDRESS
    hints = ("", _("A few letters are enough: then choose a name of the list."), "")
    for part, label, autocomplete, hint in zip(
        PLACES, labels, ("address-level1", "address-level2", "street-address"), hints, strict=True
    ):
        attrs = {"autocomplete": autocomplete} if own else {}
        options = [("", _("Choose a province or city")), *province_choices()]
        widget = forms.Select(attrs, options) if part == "province" else forms.TextInput(attrs)
        yield (
            f"{name}-{part}",
            AnswerField(
                label=label,
                help_text=hint if question.ward_list else "",
                required=question.required,
                widget=widget,
            ),
        )


def _widget(question: Question) -> forms.Widget:
    match question.kind:
        case Kind.FILES | Kind.GROUP:
            return ElsewhereWidget()
        case Kind.LONG_TEXT:
            return forms.Textarea({"rows": 5})
        case Kind.DATE | Kind.BIRTH_DATE:
            return DateBoxes()
        case Kind.YES_NO:
            return forms.RadioSelect(choices=[("yes", _("Yes")), ("no", _("No"))])
        case Kind.ONE | Kind.MANY:
            return _choices(question)
    return _input(question)


def _may_be_negative(question: Question) -> bool:
    """Return the keyboard to offer: that of figures has no minus on some telephones."""
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
    if question.kind == Kind.MEASURE:
        return MeasureInput(unit_label(question))
    return forms.EmailInput(attrs) if question.kind == Kind.EMAIL else forms.TextInput(attrs)
