"""The desk of one officer: their offices, the submissions they may see, how many stand in each queue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils import timezone

from accounts.models import User
from accounts.requests import AuthenticatedHttpRequest
from core.calendars import working_calendar
from core.working_time import WorkingCalendar
from departments.calendars import own_calendars
from departments.models import AgencyHours
from services.forms.desk.filter_choices import Choices, choices_among
from services.forms.desk.queues import QUEUES, SOON_DAYS, Queue, QueueSnapshot
from services.forms.models import Officer, OfficerRole, Submission
from services.forms.models.officer import OfficerQuerySet
from services.forms.rules.workflow import UNFINISHED
from services.forms.submissions.permissions import PERMISSIONS


@dataclass(frozen=True)
class QueueLink:
    """A queue in the menu; `count` is None where it is not counted."""

    queue: Queue
    count: int | None
    is_current: bool


class Workplace:
    """Reads what it needs when it is asked for, each thing once."""

    def __init__(self, request: AuthenticatedHttpRequest) -> None:
        self.request, self.user = request, request.user
        own = AgencyHours.objects.filter(department__translation_key=OuterRef("department_key"))
        self.offices = list(Officer.objects.of(self.user).annotate(has_own_hours=Exists(own)))

    @property
    def is_open(self) -> bool:
        return bool(self.offices)

    @property
    def handles(self) -> bool:
        """Whether dossiers lie on it; a supervisor sees numbers only."""
        return any(office.role != OfficerRole.SUPERVISOR for office in self.offices)

    @property
    def is_supervisor(self) -> bool:
        return any(office.role == OfficerRole.SUPERVISOR for office in self.offices)

    @cached_property
    def permissions(self) -> frozenset[str]:
        """What any of the offices allows; which dossier it is, is judged by permissions.permissions_of."""
        return frozenset().union(*(PERMISSIONS[office.role] for office in self.offices))

    @property
    def submissions(self) -> QuerySet[Submission]:
        return Submission.objects.handled_by(self.user)

    def in_queue(self, queue: Queue) -> QuerySet[Submission]:
        return self.submissions.filter(queue.holds(self.look))

    @cached_property
    def look(self) -> QueueSnapshot:
        province = working_calendar(self.request)
        keys = [office.department_key for office in self.offices if office.has_own_hours]
        return look_of(self.user, province, own_calendars(province, keys) if keys else {})

    def menu(self, current: Queue | None = None) -> list[QueueLink]:
        """Return all queues with their numbers, in one question that the index of what is unfinished answers alone."""
        counted = {queue.name: Count("state", filter=queue.holds(self.look)) for queue in QUEUES if queue.is_counted}
        unfinished = self.submissions.filter(state__in=UNFINISHED).order_by()
        counts = unfinished.aggregate(**{f"of_{name}": count for name, count in counted.items()})
        return [QueueLink(queue, counts.get(f"of_{queue.name}"), queue == current) for queue in QUEUES]

    @cached_property
    def choices(self) -> Choices:
        """The services and agencies their submissions speak of."""
        return choices_among(self.submissions, Officer.objects.handling(self.user).department_keys())

    @cached_property
    def colleagues(self) -> list[User]:
        """Everybody who works at one of the departments this officer heads, each once, by name."""
        return people_of(self.headed)

    @property
    def headed(self) -> list[UUID]:
        """The departments this officer heads, by their keys."""
        return [office.department_key for office in self.offices if office.role == OfficerRole.HEAD]

    @property
    def reports(self) -> bool:
        """Whether reports are for this officer: for heads of their departments, for supervisors of the province."""
        return self.is_supervisor or bool(self.headed)


def look_of(user: User, province: WorkingCalendar, own: Mapping[UUID, WorkingCalendar]) -> QueueSnapshot:
    """This moment, and until when something is due soon, by the calendar of the province and by each agency's own."""
    now = timezone.now()
    found = {key: _soon(calendar, now) for key, calendar in own.items()}
    soon = _soon(province, now)
    return QueueSnapshot(user, now, soon, {key: until for key, until in found.items() if until != soon})


def _soon(calendar: WorkingCalendar, now: datetime) -> datetime:
    return calendar.end_of_day(calendar.nth_working_day(timezone.localdate(now), SOON_DAYS))


def people_of(departments: Sequence[UUID | None]) -> list[User]:
    """Return the officers of these departments who can be given work."""
    return _people(Officer.objects.filter(department_key__in=departments))


def people_for(submission: Submission) -> list[User]:
    """Return the officers who can be given that dossier."""
    return _people(Officer.objects.at(submission.agency_key))


def _people(offices: OfficerQuerySet) -> list[User]:
    working = offices.filter(role__in=WORKING, user__is_active=True)
    people = {office.user_id: office.user for office in working.select_related("user")}
    return sorted(people.values(), key=lambda person: (str(person), person.pk))


WORKING = (OfficerRole.OFFICER, OfficerRole.HEAD)
"""Roles to which work is given; the one-stop officer receives and hands over."""
