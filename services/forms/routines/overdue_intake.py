"""Dossiers nobody looked at in time: their officers are told at once, and who stands above them a working day later.

A routine of the worker finds them; one mail to a person names them all. What was looked at meanwhile is left out when
the mail is written.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone, translation

from accounts.models import User
from core.addresses import absolute
from core.calendars import working_calendar
from core.signature import signature
from core.working_time import WorkingCalendar
from departments.calendars import own_calendars
from outbox import mails
from outbox.letters.writing import LetterParts, write
from outbox.queue import put
from services.forms.models import Officer, OfficerRole, Submission, rule_table
from services.forms.rules.workflow import State

KIND = "desk.overdue_intake"
AT_ONCE = 500
"""Dossiers of one turn of the routine; the next turn goes on."""
LINE = (
    (OfficerRole.ONE_STOP, OfficerRole.OFFICER),
    (OfficerRole.HEAD,),
    (OfficerRole.SUPERVISOR,),
)
"""Who is told first, and who when the first were told in vain or nobody is there."""
A_WORKING_DAY = 8 * 60
"""Working minutes after which who stands above them is told: the portal's own choice, not a term of the law."""
TOLD = (1, 2)
"""How often a dossier is told of: to the first of the line there are, then to the next."""


def queue_overdue_notices() -> int:
    """Have officers and heads told of what nobody looked at in time; how many dossiers were told of."""
    now, province = timezone.now(), working_calendar()
    own = own_calendars(province)
    return sum(
        _tell(agency, times, now, own.get(agency, province) if agency else province)
        for times in TOLD
        for agency in _agencies(times)
    )


def _late(times: int, now: datetime) -> QuerySet[Submission]:
    """Return those that were told of once less."""
    return Submission.objects.filter(state=State.FILED, intake_due_at__lt=now, intake_told=times - 1)


def _agencies(times: int) -> list[UUID | None]:
    return list(_late(times, timezone.now()).order_by().values_list("agency_key", flat=True).distinct())


@transaction.atomic
def _tell(agency: UUID | None, times: int, now: datetime, calendar: WorkingCalendar) -> int:
    """Mark the dossiers of one agency and put a mail to each person; nothing is marked while nobody is there."""
    people = recipients(agency, times)
    if not people and times == 1:
        return 0
    rows = _late(times, now).select_for_update(of=("self",)).filter(agency_key=agency).order_by("intake_due_at", "pk")
    due = [row for row in rows.only("intake_due_at", "owner")[:AT_ONCE] if _is_time(row, times, now, calendar)]
    Submission.objects.filter(pk__in=[row.pk for row in due]).update(intake_told=times)
    for person in people:
        theirs = [str(row.pk) for row in due if row.owner_id != person]
        if theirs:
            key = f"{KIND}:{agency}:{times}:{person}:{theirs[0]}:{now.isoformat()}"
            put(KIND, {"person": person, "submissions": theirs}, key=key)
    return len(due)


def _is_time(row: Submission, times: int, now: datetime, calendar: WorkingCalendar) -> bool:
    """At once for those who should have looked; a working day later for who stands above them."""
    since = row.intake_due_at
    return since is not None and (times == 1 or calendar.add_working_minutes(since, A_WORKING_DAY) <= now)


def recipients(agency: UUID | None, times: int) -> list[int]:
    """Return the people of that place in the line, places where nobody is reached by mail left out; empty behind its
    end.
    """
    places = [people for roles in LINE if (people := _people(agency, roles))]
    return places[times - 1] if len(places) >= times else []


def _people(agency: UUID | None, roles: Iterable[OfficerRole]) -> list[int]:
    offices = Officer.objects.filter(role__in=roles, user__is_active=True).exclude(user__email="")
    if OfficerRole.SUPERVISOR not in roles:
        offices = offices.at(agency)
    return sorted(set(offices.values_list("user", flat=True)))


def send(payload: dict[str, Any]) -> None:
    """Write and send one mail about those that still wait, if the person still has an office at their agency."""
    person = User.objects.filter(pk=payload["person"], is_active=True).exclude(email="").first()
    rows = _still_waiting(payload["submissions"], person) if person else []
    if not person or not rows:
        return
    with translation.override(settings.LANGUAGE_CODE):
        subject, text = written(rows, "desk_unseen" if Officer.objects.handling(person).exists() else "desk")
    mails.send(EmailMessage(subject, text, to=[person.email], headers={"Auto-Submitted": "auto-generated"}))


def _still_waiting(keys: list[str], person: User) -> list[Submission]:
    late = Submission.objects.filter(pk__in=keys, state=State.FILED, intake_due_at__lt=timezone.now())
    offices = Officer.objects.filter(user=person)
    if not offices.filter(role=OfficerRole.SUPERVISOR).exists():
        late = late.filter(agency_key__in=offices.department_keys())
    return list(late.exclude(owner=person).order_by("intake_due_at", "pk"))


def _hours(rows: list[Submission]) -> int | None:
    """Return within how many working hours all of them were to be looked at; None where that differs."""
    rules = rule_table()
    found = {rules.in_force(timezone.localdate(row.filed_at), row.service_key).intake_hours for row in rows}
    return found.pop() if len(found) == 1 else None


def written(rows: list[Submission], page: str) -> LetterParts:
    """Return subject and text, with the page of the desk they are seen on; no name and no answer stands in it."""
    by_agency: dict[str, list[Submission]] = defaultdict(list)
    for row in rows:
        by_agency[row.agency_name].append(row)
    context = {
        "agencies": dict(by_agency),
        "count": len(rows),
        "hours": _hours(rows),
        "url": absolute(reverse(page)),
        **signature(),
        "is_demo": settings.DEMO,
    }
    return write("desk/overdue_intake", "emails/desk/overdue_intake.txt", context, settings.LANGUAGE_CODE)
