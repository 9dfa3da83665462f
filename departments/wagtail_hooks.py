"""Working hours of agencies in the editors' menu, beside the working calendar."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from departments.models import AgencyHours


class AgencyHoursViewSet(SnippetViewSet):
    """Agencies with working hours of their own."""

    model = AgencyHours
    icon = "time"
    add_to_admin_menu = True
    menu_label = _("Working hours of agencies")
    menu_order = 311
    list_display = ["department", "weekend_counts", "source"]
    ordering = ["department__title"]


register_snippet(AgencyHoursViewSet)
