"""Departments, the list of them, who keeps and approves their pages, where they receive, when they work."""

from departments.models.approval_task import DepartmentApprovalTask
from departments.models.ownership import DepartmentGroups, Deputy
from departments.models.page_rows import DepartmentPart, Leader, OpeningHours, Succession, Weekday
from departments.models.pages import DepartmentIndexPage, DepartmentPage
from departments.models.reception_place import ReceptionOfficer, ReceptionPlace
from departments.models.working_hours import AgencyDayOff, AgencyHours, AgencySession, PartOfDay

__all__ = [
    "AgencyDayOff",
    "AgencyHours",
    "AgencySession",
    "DepartmentApprovalTask",
    "DepartmentGroups",
    "DepartmentIndexPage",
    "DepartmentPage",
    "DepartmentPart",
    "Deputy",
    "Leader",
    "OpeningHours",
    "PartOfDay",
    "ReceptionOfficer",
    "ReceptionPlace",
    "Succession",
    "Weekday",
]
