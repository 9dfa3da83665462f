"""Departments, the list of them, who keeps and approves their pages, and the working hours of agencies of their own."""

from departments.models.approval_task import DepartmentApprovalTask
from departments.models.ownership import DepartmentGroups, Deputy
from departments.models.pages import (
    DepartmentIndexPage,
    DepartmentPage,
    DepartmentPart,
    Leader,
    OpeningHours,
    Succession,
    Weekday,
)
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
    "Succession",
    "Weekday",
]
