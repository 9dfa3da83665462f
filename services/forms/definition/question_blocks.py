"""A block for every kind of question, each with only the fields that make sense for it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks import WordsBlock
from services.forms.definition.machine_blocks import MachineNameBlock, condition_block, name_block
from services.forms.definition.measures import Unit
from services.forms.definition.questions import Kind, Prefill

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Fields = list[tuple[str, blocks.Block]]

ICONS = {
    Kind.PERSON_NAME: "user", Kind.MEASURE: "cog", Kind.BIRTH_DATE: "date",
    Kind.TEXT: "pilcrow", Kind.LONG_TEXT: "doc-full", Kind.NUMBER: "order", Kind.AMOUNT: "tag", Kind.DATE: "date",
    Kind.YES_NO: "check", Kind.ONE: "radio-full", Kind.MANY: "tasks", Kind.EMAIL: "mail", Kind.PHONE: "mobile-alt",
    Kind.IDENTIFICATION: "user", Kind.BUSINESS: "group", Kind.ADDRESS: "home", Kind.FILES: "upload",
    Kind.GROUP: "duplicate", Kind.INFORMATION: "info-circle",
}  # fmt: skip


def _key() -> tuple[str, blocks.Block]:
    return "key", name_block(_("key"), _("Leave it blank: it is made from the label when you save, and then stays."))


def _words() -> Fields:
    return [
        _key(),
        (
            "label",
            WordsBlock(
                max_length=300,
                label=_("question"),
                help_text=_("Short, in the words of citizens. Good: Diện tích đất (m²). Bad: Thông tin về diện tích"),
            ),
        ),
        (
            "hint",
            WordsBlock(
                required=False,
                max_length=500,
                label=_("hint"),
                help_text=_(
                    "Where to find the answer. Good: Ghi ở trang 2 của Giấy chứng nhận. Bad: Nhập đúng quy định"
                ),
            ),
        ),
    ]


def _asked(*, is_inner: bool) -> Fields:
    fields: Fields = [
        *_words(),
        ("required", blocks.BooleanBlock(required=False, default=True, label=_("an answer is required"))),
        (
            "sensitive",
            blocks.BooleanBlock(
                required=False,
                label=_("sensitive"),
                help_text=_(
                    "Masked in lists and exports, never in mails. Example: health, identity numbers, accounts."
                ),
            ),
        ),
    ]
    return fields if is_inner else [*fields, ("shown_when", condition_block())]


def _limits(make: Callable[..., blocks.Block], least: "StrOrPromise", most: "StrOrPromise") -> Fields:
    return [("least", make(required=False, label=least)), ("most", make(required=False, label=most))]


def _counted(least: "StrOrPromise", most: "StrOrPromise") -> Fields:
    return _limits(lambda **options: blocks.IntegerBlock(min_value=0, **options), least, most)


def _measured() -> Fields:
    unit = ("unit", blocks.ChoiceBlock(Unit.choices, label=_("unit"), help_text=_("It stands behind the box.")))
    make = partial(blocks.DecimalBlock, min_value=0, max_digits=18, decimal_places=6)
    return [unit, *_limits(make, _("smallest number"), _("largest number"))]


def _when() -> tuple[str, blocks.Block]:
    days = [("past", _("today or earlier")), ("future", _("today or later"))]
    return "when", blocks.ChoiceBlock(
        days,
        required=False,
        label=_("what days make sense"),
        help_text=_("Good: “today or earlier” for the day a document was issued. Counted on the day of the answer."),
    )


def _text_prefill() -> tuple[str, blocks.Block]:
    names = [(one.value, one.label) for one in (Prefill.FULL_NAME, Prefill.ORGANISATION_NAME)]
    return "prefill", blocks.ChoiceBlock(names, required=False, label=_("filled in from the account"))


def _prefilled() -> tuple[str, blocks.Block]:
    return "prefilled", blocks.BooleanBlock(required=False, label=_("filled in from the account"))


def _choices() -> tuple[str, blocks.Block]:
    choice = blocks.StructBlock(
        [
            (
                "value",
                name_block(_("value"), _("Leave it blank: it is made from the label when you save, and then stays.")),
            ),
            ("label", WordsBlock(max_length=200, label=_("choice"))),
        ],
        label=_("choice"),
    )
    return "choices", blocks.ListBlock(choice, default=[], label=_("choices"))


def _paper() -> tuple[str, blocks.Block]:
    return "paper", MachineNameBlock(
        label=_("document of the application"),
        help_text=_("Its key from the list below (paper-…); the document is then not asked for again at the end."),
    )


def _own_fields() -> dict[Kind, Fields]:
    """Return what a kind has besides the fields of every question."""
    return {
        Kind.TEXT: [*_counted(_("fewest characters"), _("most characters")), _text_prefill()],
        Kind.LONG_TEXT: _counted(_("fewest characters"), _("most characters")),
        Kind.PERSON_NAME: [*_counted(_("fewest characters"), _("most characters")), _prefilled()],
        Kind.NUMBER: _limits(blocks.IntegerBlock, _("smallest number"), _("largest number")),
        Kind.AMOUNT: _counted(_("smallest amount in đồng"), _("largest amount in đồng")),
        Kind.MEASURE: _measured(),
        Kind.DATE: [_when(), *_limits(blocks.DateBlock, _("earliest day"), _("latest day"))],
        Kind.BIRTH_DATE: [],
        Kind.YES_NO: [],
        Kind.ONE: [_choices()],
        Kind.MANY: [_choices()],
        Kind.EMAIL: [_prefilled()],
        Kind.PHONE: [_prefilled()],
        Kind.IDENTIFICATION: [_prefilled()],
        Kind.BUSINESS: [_prefilled()],
        Kind.ADDRESS: [_prefilled()],
    }


def _kinds(*, is_inner: bool) -> Fields:
    return [(kind.value, _block(kind, [*_asked(is_inner=is_inner), *own])) for kind, own in _own_fields().items()]


def _block(kind: Kind, fields: Fields) -> blocks.StructBlock:
    return blocks.StructBlock(fields, label=kind.label, icon=ICONS[kind])


def _files() -> blocks.StructBlock:
    number = ("most", blocks.IntegerBlock(required=False, min_value=1, max_value=20, label=_("most files")))
    return _block(Kind.FILES, [*_asked(is_inner=False), _paper(), number])


def _group() -> blocks.StructBlock:
    inner = blocks.StreamBlock(_kinds(is_inner=True), label=_("questions of one item"))
    number = _counted(_("fewest items"), _("most items"))
    return _block(Kind.GROUP, [*_asked(is_inner=False), *number, ("questions", inner)])


def _information() -> blocks.StructBlock:
    return _block(Kind.INFORMATION, [*_words(), ("shown_when", condition_block())])


QUESTIONS: Fields = [
    *_kinds(is_inner=False),
    (Kind.FILES.value, _files()),
    (Kind.GROUP.value, _group()),
    (Kind.INFORMATION.value, _information()),
]
"""The blocks of all kinds, named after them."""
