"""/api/v2/departments/: the departments of the province, today's and former ones."""

from api.viewsets import PageTypeViewSet
from departments.models import DepartmentPage


class DepartmentsViewSet(PageTypeViewSet):
    """Filters by any plain column besides: unit_code, kind, is_former, slug …"""

    model = DepartmentPage
    name = "departments"
    listing_default_fields = [*PageTypeViewSet.listing_default_fields, "short_name", "unit_code", "kind", "is_former"]
