"""The reception place of a department or an agency of a service, asked for as pages do."""

from core.models import PortalSettings
from departments.department_cache import department_cache
from departments.models import DepartmentPage
from services.models import HandlingAgency
from services.pages.reception import FilingPlace, place_of


def reception_place(department: DepartmentPage | None, row: HandlingAgency | None = None) -> FilingPlace:
    if department is None and row is not None:
        department = row.department
    return place_of(department.localized if department else None, row, PortalSettings.load(), department_cache(None))
