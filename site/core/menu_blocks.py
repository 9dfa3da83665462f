"""An entry of a menu, as editors fill it in: a page, a part of the portal that is no page, or an address."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks import WordsBlock

PARTS = (
    ("forms", _("Forms")),
    ("tracking", _("Track an application")),
    ("levels", _("Service levels")),
    ("statistics", _("Statistics")),
    ("account_overview", _("Account")),
    ("sitemap_page", _("Sitemap")),
)
"""Parts of the portal that are no pages of the tree: the name of the view, and what it is called."""

TARGETS = ("page", "part", "address")


def is_address(typed: str) -> bool:
    """Return whether something typed is a full address or a path of this portal; never a script or another scheme."""
    return typed.startswith(("https://", "http://")) or (typed.startswith("/") and not typed.startswith(("//", "/\\")))


class MenuEntryBlock(blocks.StructBlock):
    """One entry; folded up, it is called by the first of these that is filled in."""

    label = WordsBlock(
        required=False, max_length=80, label=_("label"), help_text=_("Blank: the name of the page or part.")
    )
    page = blocks.PageChooserBlock(
        required=False,
        label=_("page"),
        help_text=_(
            "The entry is called what the page is called, in both languages, and is hidden while nobody may see it."
        ),
    )
    part = blocks.ChoiceBlock(PARTS, required=False, label=_("or a part of the portal"))
    address = WordsBlock(
        required=False,
        max_length=500,
        label=_("or an address"),
        help_text=_("A full address, or a path on this site such as /huong-dan/."),
    )
    label_en = WordsBlock(required=False, max_length=80, label=_("label in English"))
    is_shown = blocks.BooleanBlock(required=False, default=True, label=_("shown"))

    class Meta:
        icon = "link"
        label = _("Entry")

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """Refuse an entry that leads nowhere, to two places, or to a script."""
        cleaned: blocks.StructValue = super().clean(value)
        if faults := _faults(cleaned):
            raise StructBlockValidationError(
                block_errors={name: ValidationError(text) for name, text in faults.items()}
            )
        return cleaned


def _faults(value: blocks.StructValue) -> dict[str, Any]:
    chosen = [name for name in TARGETS if value.get(name)]
    if not chosen:
        return {"page": _("Choose a page or a part of the portal, or give an address.")}
    if len(chosen) > 1:
        return {chosen[1]: _("One entry leads to one place: leave the others blank.")}
    if value["address"] and not is_address(value["address"]):
        return {"address": _("Give a full address or a path that begins with one slash.")}
    return {"label": _("An address needs a label.")} if value["address"] and not value["label"] else {}
