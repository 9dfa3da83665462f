"""The admin's part of departments: working hours of agencies beside the working calendar, deputies of approvers."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from departments.models import AgencyHours
from departments.ownership.deputies_admin import DeputiesViewSet


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


@hooks.register("register_admin_viewset")
def register_deputies() -> DeputiesViewSet:
    """Put deputies into the admin's addresses and menu."""
    return DeputiesViewSet()
