"""Choosers of pages of one type, in the language of whoever looks at them.

Wagtail adds the name of the type when a form is first made, in the language of whoever came first.
"""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext
from wagtail.admin.panels import PageChooserPanel
from wagtail.admin.widgets import AdminPageChooser

WORDS = "Choose a page"
"""Wagtail's own; its catalogue has them."""


class TypedPageChooser(AdminPageChooser):
    """Wagtail's chooser of a page of one type."""

    @property
    def choose_one_text(self) -> str:
        words = gettext(WORDS)
        return f"{words} ({capfirst(self.model._meta.verbose_name)})" if self.model else words

    @choose_one_text.setter
    def choose_one_text(self, settled: str) -> None:
        """Pass over what Wagtail settles."""


class TypedPageChooserPanel(PageChooserPanel):
    """The panel of a field for a page of one type, as its second argument names it."""

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        options["widgets"][self.field_name] = TypedPageChooser(target_models=self.page_type)
        return options
