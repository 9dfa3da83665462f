"""Pages the clock could not publish, on the first page of the admin."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page, PageLogEntry

from core.problem_words import editor_address
from core.refused_publications import problems_of


@dataclass
class RefusedPublicationsPanel(Component):
    """Every page with the reasons, and the way to where they are mended."""

    refused: list[tuple[Page, PageLogEntry]]

    name = "refused_publications"
    template_name = "core/refused_publications_panel.html"
    order = 40

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        lines = [
            {"page": page, "at": entry.timestamp, "problems": problems_of(entry), "url": editor_address(page)}
            for page, entry in self.refused
        ]
        return {"heading": _("Not published on their day"), "lines": lines}
