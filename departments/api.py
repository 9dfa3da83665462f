"""/api/v2/departments/: the departments of the province, today's and former ones; single communes when asked for."""

from django.db.models import QuerySet
from wagtail.models import PageQuerySet

from api.endpoint import Expert
from api.parameters import Parameter
from api.viewsets import PageTypeViewSet
from departments.models import DepartmentPage


def by_communes(queryset: PageQuerySet, parameter: Parameter, view: PageTypeViewSet) -> PageQuerySet:
    """The single communes alone, or none of them."""
    departments = DepartmentPage.objects.communes() if parameter.boolean() else DepartmentPage.objects.listed()
    return queryset.filter(pk__in=departments.values("pk"))


class DepartmentsViewSet(PageTypeViewSet):
    """Filters by any plain column besides: unit_code, kind, is_former, slug …"""

    model = DepartmentPage
    name = "departments"
    own_filters = {**PageTypeViewSet.own_filters, "communes": by_communes}
    listing_default_fields = [*PageTypeViewSet.listing_default_fields, "short_name", "unit_code", "kind", "is_former"]
    names_communes = frozenset({"communes", "area_code", "area_name", "slug", "title", "search"})
    """Parameters with which single communes are looked at as well; without them they would fill most of the list."""

    def narrow(self, queryset: QuerySet, expert: Expert, parameters: dict[str, Parameter]) -> QuerySet:
        if not parameters.keys() & (self.names_communes | self.naming_parameters):
            parameters = {**parameters, "communes": Parameter("communes", ("false",))}
        return super().narrow(queryset, expert, parameters)
