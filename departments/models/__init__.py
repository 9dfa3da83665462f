"""Department pages."""

from departments.models.index import DepartmentIndexPage
from departments.models.page import DepartmentPage
from departments.models.parts import Leader, OpeningHours, Succession

__all__ = ["DepartmentIndexPage", "DepartmentPage", "Leader", "OpeningHours", "Succession"]
