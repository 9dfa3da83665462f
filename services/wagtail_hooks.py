"""All services in one list of the editors' menu, whatever department they live under."""

from django.urls import URLPattern, path
from wagtail import hooks

from services.admin_list.view import ServiceListing
from services.editing.change_view import ChangeFields
from services.editing.paste import paste_rows

service_listing = ServiceListing("services")


@hooks.register("register_admin_viewset")
def register_service_listing() -> ServiceListing:
    """Put the list into the admin's addresses and menu."""
    return service_listing


@hooks.register("register_admin_urls")
def rows_are_pasted() -> list[URLPattern]:
    return [path("service-rows/<str:relation>/paste/", paste_rows, name="paste_rows")]


hooks.register("register_bulk_action", ChangeFields)
