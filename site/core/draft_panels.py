"""The panel of a page's rows, whose forms take drafts."""

from typing import Any

from wagtail.admin.panels import InlinePanel
from wagtail.admin.panels.base import get_form_for_model

from core.draft_forms import DraftRowForm


class RowsPanel(InlinePanel):
    """Wagtail's panel of rows; it makes their forms without asking the page's form what they are to be."""

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        rows = options["formsets"][self.relation_name]
        deferred = self.child_edit_handler.get_form_options().get("defer_required_on_fields", [])
        rows["form"] = get_form_for_model(
            self.db_field.related_model, form_class=DraftRowForm, defer_required_on_fields=deferred
        )
        return options
