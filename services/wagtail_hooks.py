"""All services in one list of the editors' menu, whatever department they live under."""

from collections.abc import Iterator

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from accounts.models import User
from departments.models import DepartmentPage
from services.admin_list.view import ServiceListing
from services.editing.change_view import ChangeFields
from services.editing.paste import paste_rows
from services.models import ServicePage
from services.national.deciding import has_record
from services.national.views import national_differences, service_from_record

service_listing = ServiceListing("services")


@hooks.register("register_admin_viewset")
def register_service_listing() -> ServiceListing:
    """Put the list into the admin's addresses and menu."""
    return service_listing


@hooks.register("register_admin_urls")
def rows_are_pasted() -> list[URLPattern]:
    return [path("service-rows/<str:relation>/paste/", paste_rows, name="paste_rows")]


@hooks.register("register_admin_urls")
def national_records_are_compared() -> list[URLPattern]:
    return [
        path("pages/<int:page_id>/cong-quoc-gia/", national_differences, name="national_differences"),
        path("pages/<int:department_id>/lay-tu-cong-quoc-gia/", service_from_record, name="service_from_record"),
    ]


@hooks.register("register_page_header_buttons")
def national_record_button(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Yield the way to the national record on services that have one, and to a new service on departments."""
    if not page.pk or page.alias_of_id:
        return
    rights = page.permissions_for_user(user)
    if isinstance(page, ServicePage) and rights.can_edit() and has_record(page):
        there = reverse("national_differences", args=[page.pk])
        yield Button(_("Compare with the national portal"), there, icon_name="download", priority=50)
    if isinstance(page, DepartmentPage) and rights.can_add_subpage():
        there = reverse("service_from_record", args=[page.pk])
        yield Button(_("Take from the national portal"), there, icon_name="download", priority=50)


hooks.register("register_bulk_action", ChangeFields)
