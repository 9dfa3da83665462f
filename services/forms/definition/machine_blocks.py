"""Machine data in blocks: names and conditions that are the same in every language and never shown to translators."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from services.forms.definition.conditions import Operator

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

NAME = r"[a-z][a-z0-9_]*"
LENGTH = 60

validate_name = RegexValidator(
    rf"^{NAME}$", _("Small letters without accents, digits and _, beginning with a letter. Example: loai_cong_trinh")
)


class MachineNameBlock(blocks.CharBlock):
    """A text for machines; an unset value is the empty text."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"default": "", "required": False, "max_length": LENGTH, **kwargs})

    def to_python(self, value: str | None) -> str:
        return value or ""

    def get_translatable_segments(self, value: str) -> list[NoReturn]:
        """Return nothing to translate."""
        return []

    def restore_translated_segments(self, value: str, segments: Sequence[object]) -> str:
        """Return the same in every language."""
        return value


class ConditionWidget(forms.TextInput):
    """The box of a question or a value in a condition; a script puts a list of what the open form has in its place."""

    class Media:
        js = ("form-conditions.js",)


class ConditionPartBlock(MachineNameBlock):
    """A question or a value that a condition speaks of, chosen from lists in the editor."""

    def __init__(self, *, part: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.field.widget = ConditionWidget(attrs={"data-condition": part})


def name_block(label: "StrOrPromise", help_text: "StrOrPromise") -> MachineNameBlock:
    """Return a name of a step, a question or a choice."""
    return MachineNameBlock(label=label, help_text=help_text, validators=[validate_name])


def test_block() -> blocks.StructBlock:
    """Return one comparison of an earlier answer."""
    return blocks.StructBlock(
        [
            (
                "question",
                ConditionPartBlock(
                    part="question",
                    required=True,
                    label=_("earlier question"),
                    help_text=_("Questions before this one can be chosen, also those you have not saved yet."),
                ),
            ),
            ("operator", blocks.ChoiceBlock(Operator.choices, default=Operator.IS, label=_("comparison"))),
            (
                "value",
                ConditionPartBlock(
                    part="value",
                    required=True,
                    max_length=200,
                    label=_("value"),
                    help_text=_("An answer from the list, a number, a day, or a piece of text."),
                ),
            ),
        ],
        label=_("comparison"),
        icon="help",
    )


def condition_block() -> blocks.StructBlock:
    """Return when a step or a question is shown: rows of comparisons, all or any of which must hold."""
    return blocks.StructBlock(
        [
            (
                "join",
                blocks.ChoiceBlock(
                    [("all", _("all of these hold")), ("any", _("one of these holds"))],
                    default="all",
                    label=_("shown when"),
                ),
            ),
            ("tests", blocks.ListBlock(test_block(), default=[], label=_("comparisons"))),
        ],
        label=_("shown only when"),
        icon="view",
        help_text=_("Without a comparison it is always shown."),
    )
