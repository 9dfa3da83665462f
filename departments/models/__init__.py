"""Departments, the list of them, and the working hours of agencies that have their own."""

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
    "DepartmentIndexPage",
    "DepartmentPage",
    "DepartmentPart",
    "Leader",
    "OpeningHours",
    "PartOfDay",
    "Succession",
    "Weekday",
]
