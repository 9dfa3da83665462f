"""All services in one list of the editors' menu, whatever department they live under."""

from wagtail import hooks

from services.admin_list.view import ServiceListing

service_listing = ServiceListing("services")


@hooks.register("register_admin_viewset")
def register_service_listing() -> ServiceListing:
    """Put the list into the admin's addresses and menu."""
    return service_listing
