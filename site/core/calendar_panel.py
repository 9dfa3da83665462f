"""What is not certain in the working calendar, on the first page of the admin."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from core.calendar_warnings import CalendarWarning
from core.models import Holiday


@dataclass
class CalendarWarningsPanel(Component):
    """Every warning, with the way to the day it is about."""

    warnings: list[CalendarWarning]

    name = "calendar_warnings"
    template_name = "core/calendar_warnings_panel.html"
    order = 50

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        names = Holiday.snippet_viewset.get_url_name  # type: ignore[attr-defined]
        return {
            "heading": _("Working calendar: not certain yet"),
            "warnings": self.warnings,
            "edit_url": names("edit"),
            "add_url": names("add"),
        }
