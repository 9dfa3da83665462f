"""The admin's part of departments: hours and reception places of agencies, deputies, accounts and roles of staff."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from core.snippet_lists import SnippetList
from departments.models import AgencyHours, ReceptionPlace
from departments.ownership.deputies_admin import DeputiesViewSet
from departments.staff import views as staff
from departments.staff.changes import may_manage


class AgencyHoursViewSet(SnippetList):
    """Agencies with working hours of their own."""

    model = AgencyHours
    icon = "time"
    add_to_admin_menu = True
    menu_label = _("Working hours of agencies")
    menu_order = 311
    list_display = ["department", "weekend_counts", "source"]
    ordering = ["department__title"]


class ReceptionPlaceViewSet(SnippetList):
    """Desks at which applications are handed in."""

    model = ReceptionPlace
    icon = "home"
    add_to_admin_menu = True
    menu_label = _("Reception places")
    menu_order = 312
    list_display = ["name", "department", "address", "phone"]
    search_fields = ["name", "address", "department__title"]


register_snippet(AgencyHoursViewSet)
register_snippet(ReceptionPlaceViewSet)


@hooks.register("register_admin_viewset")
def register_deputies() -> DeputiesViewSet:
    """Put deputies into the admin's addresses and menu."""
    return DeputiesViewSet()


@hooks.register("register_admin_urls")
def staff_urls() -> list[URLPattern]:
    return [
        path("tai-khoan-vai-tro/", staff.staff_list, name="staff_list"),
        path("tai-khoan-vai-tro/moi/", staff.staff_invite, name="staff_invite"),
        path("tai-khoan-vai-tro/<int:user_id>/", staff.staff_account, name="staff_account"),
    ]


class StaffItem(MenuItem):
    """Accounts and roles, for administrators."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_manage(request.user)  # type: ignore[arg-type]  # nobody else gets into the admin


@hooks.register("register_settings_menu_item")
def staff_comes_first() -> StaffItem:
    return StaffItem(_("Accounts and roles"), reverse_lazy("staff_list"), name="staff", icon_name="group", order=50)


@hooks.register("construct_settings_menu")
def stock_accounts_are_reached_from_ours(_request: HttpRequest, items: list[MenuItem]) -> None:
    """Wagtail's own lists of users and groups speak of permissions; the screen of accounts leads to them."""
    items[:] = [item for item in items if item.name not in ("users", "groups")]
