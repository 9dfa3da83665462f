"""How editors see a form: the names that conditions may use, and what must be right before it is published."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.panels import Panel

from core.page_forms import PageForm
from services.forms.models.form_checks import names_of, problems_of


class FormPageForm(PageForm):
    """Saving a draft is never refused; publishing is, with the list of everything that is wrong."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if not self.is_deferred_validation and not self.errors:
            page = self.instance
            if not page.path and self.parent_page:
                page.service = self.parent_page.specific
            for problem in problems_of(page, cleaned["steps"]):
                self.add_error("steps", problem)
        return cleaned


class NamesPanel(Panel):
    """The keys of the questions every form has, the values of the cases, the keys of the papers."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "services/forms/admin/names_panel.html"

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), "names": names_of(self.instance)}
