"""The list of services, and the file of what is listed."""

from typing import Any

from django.db.models import F
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet

from core.admin_search import found_keys
from core.editing_states import EditingState
from core.ordered_rows import OrderedRows
from core.spreadsheets import SafeExport
from core.translation_states import TranslationState
from services.admin_list.columns import COLUMNS
from services.admin_list.filters import ServiceFilters
from services.admin_list.saved_views import delete_view, kept_query, save_view, views_of
from services.admin_list.selection import by_department, by_name, listed_services
from services.models import ServicePage
from services.models.completeness import gap_messages
from services.models.querysets import ServiceQuerySet


class ServiceListView(SafeExport, IndexView):
    """Services of every department, the own ones first; a page of it costs the same however many there are."""

    columns = COLUMNS
    filterset_class = ServiceFilters
    default_ordering = None
    table_classname = "listing full-width th-services"
    template_name = "services/admin/list/index.html"
    results_template_name = "services/admin/list/results.html"
    list_export = [
        *("procedure_code", "legacy_code", "draft_title", "official_name", "owner_title", "field", "level"),
        *("earned_level", "percent", "missing"),
        *("editing_state", "translation_state", "latest_revision_created_at", "reviewed_on", "review_due"),
    ]
    export_headings = {
        "draft_title": _("Name"),
        "owner_title": _("Department"),
        "earned_level": _("Level earned"),
        "percent": _("Complete (%)"),
        "missing": _("Missing"),
        "editing_state": _("State"),
        "translation_state": _("English"),
        "latest_revision_created_at": _("Changed"),
    }
    export_filename = "dich-vu-cong"

    def get_base_queryset(self) -> ServiceQuerySet:
        return listed_services(self.request.user)

    def search_queryset(self, queryset: ServiceQuerySet) -> ServiceQuerySet:
        """The index knows words, not departments or states: what it finds narrows the list."""
        return queryset.filter(pk__in=found_keys(ServicePage, self.search_query)) if self.is_searching else queryset

    def order_queryset(self, queryset: ServiceQuerySet) -> ServiceQuerySet:
        """By columns of the database; what is empty comes last. Names wait until the list is narrowed."""
        name = (self.ordering or "").removeprefix("-")
        if name in ("", "title", "department"):
            return queryset
        column = F(name)
        is_descending = self.ordering.startswith("-")
        first = column.desc(nulls_last=True) if is_descending else column.asc(nulls_last=True)
        return queryset.order_by(first, "pk")

    def get_queryset(self) -> OrderedRows[ServicePage]:
        """Their numbers first, then the lines of one page: what a line tells is asked for those alone."""
        services = super().get_queryset()
        is_descending = (self.ordering or "").startswith("-")
        match (self.ordering or "").removeprefix("-"):
            case "":
                return OrderedRows(services, by_name(services, own_first=True))
            case "title":
                return OrderedRows(services, by_name(services, descending=is_descending))
            case "department":
                return OrderedRows(services, by_department(services, descending=is_descending))
        return OrderedRows(services, list(services.values_list("pk", flat=True)))

    def to_row_dict(self, item: ServicePage) -> dict[str, Any]:
        row: dict[str, Any] = super().to_row_dict(item)
        row["field"] = item.field.name if item.field else ""
        row["missing"] = "; ".join(gap_messages(item.missing or ()))
        row["editing_state"] = EditingState(item.editing_state).label
        row["translation_state"] = TranslationState(item.translation_state).label
        return row

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        query = kept_query(self.request.GET)
        saved = {"saved_views": views_of(self.request), "kept_query": query}
        return {**super().get_context_data(**more), **saved}


class ServiceListing(PageListingViewSet):
    """Services with what editors look for, and the filters a person keeps."""

    model = ServicePage
    icon = "list-ul"
    menu_label = _("Public services")
    menu_order = 150
    add_to_admin_menu = True
    index_view_class = ServiceListView
    columns = COLUMNS
    filterset_class = ServiceFilters

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("views/", save_view, name="save_view"),
            path("views/<int:pk>/delete/", delete_view, name="delete_view"),
        ]
