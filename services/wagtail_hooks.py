"""All services in one list of the editors' menu, whatever department they live under."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from services.editing.paste import paste_rows
from services.models import ServicePage


class ServiceListing(PageListingViewSet):
    """Services with what editors look for: code, level, review."""

    model = ServicePage
    icon = "list-ul"
    menu_label = _("Public services")
    menu_order = 150
    add_to_admin_menu = True
    columns = [
        *PageListingViewSet.columns,
        Column("procedure_code", label=_("Procedure code"), sort_key="procedure_code"),
        Column("level", label=_("Level"), accessor="get_level_display", sort_key="level"),
        Column("review_due", label=_("Next review due"), sort_key="review_due"),
    ]


service_listing = ServiceListing("services")


@hooks.register("register_admin_viewset")
def register_service_listing() -> ServiceListing:
    """Put the list into the admin's addresses and menu."""
    return service_listing


@hooks.register("register_admin_urls")
def rows_are_pasted() -> list[URLPattern]:
    return [path("service-rows/<str:relation>/paste/", paste_rows, name="paste_rows")]
