"""How editors see a form: the names that conditions may use."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.panels import Panel

from services.forms.models.form_checks import names_of


class NamesPanel(Panel):
    """The keys of the questions every form has, the values of the cases, the keys of the papers."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "services/forms/admin/names_panel.html"

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), "names": names_of(self.instance)}
