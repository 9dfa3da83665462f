"""What officers are told by mail: of new filings within the hours the law gives, and whose date may be put off today.

Routines of the worker find the submissions; one mail to a person names them all. What was done meanwhile is left out
when the mail is written. Nobody is told of his own submission.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone, translation

from accounts.models import User
from core.addresses import absolute
from core.calendars import working_calendar
from core.signature import signature
from core.working_time import DAY, WorkingCalendar, local
from departments.calendars import own_calendars
from outbox import mails
from outbox.letters.writing import LetterParts, write
from outbox.queue import put
from services.forms.models import Event, Officer, OfficerRole, Submission, rule_in_force
from services.forms.routines.overdue_intake import recipients
from services.forms.rules.transition_spec import Transition
from services.forms.rules.workflow import WORKED_ON, State
from services.forms.submissions.extensions import last_day_to_extend

NEW_FILINGS, LAST_DAY = "desk.new_filings", "desk.last_day_to_extend"
PAGES = {NEW_FILINGS: "desk_new", LAST_DAY: "desk_soon"}
LETTERS = {NEW_FILINGS: "new_filings", LAST_DAY: "last_day_to_extend"}
PARTS = 4
"""Filings are gathered over so small a part of the time there is, and told of at its end."""
LOOKED_BACK = 3
"""So many times the time there is: what a worker that stood still has missed is made up for."""
AT_ONCE = 2_000
AHEAD = 30 * DAY
"""How far ahead a date is looked for: over days off, and a rule may ask for several days before it."""


def queue_filing_notices() -> int:
    """Have officers told of what was filed since; how many mails were put out, those that were put before among them.

    Decree 118/2025/NĐ-CP, Art. 17.2.
    """
    now = timezone.now()
    hours = timedelta(hours=rule_in_force(timezone.localdate(now)).officers_told_hours)
    begins = _part_of(now, hours / PARTS)
    rows = Submission.objects.filter(state=State.FILED, filed_at__lt=begins, filed_at__gte=now - LOOKED_BACK * hours)
    gathered: dict[tuple[UUID | None, str], list[Submission]] = defaultdict(list)
    for row in rows.order_by("filed_at", "pk").only("agency_key", "filed_at", "owner")[:AT_ONCE]:
        gathered[row.agency_key, _part_of(row.filed_at or now, hours / PARTS).isoformat()].append(row)
    return sum(_queue(NEW_FILINGS, agency, part, waiting) for (agency, part), waiting in gathered.items())


def queue_last_days() -> int:
    """Have heads told, on working days, of what may be put off today for the last time before the office opens again.

    Days off after today are among it: nobody works on them.
    """
    today, province = timezone.localdate(), working_calendar()
    own = own_calendars(province)
    is_put_off = Event.objects.filter(submission=OuterRef("pk"), move=Transition.EXTEND)
    due = Submission.objects.filter(state__in=WORKED_ON, due_at__gte=timezone.now()).exclude(Exists(is_put_off))
    gathered: dict[UUID | None, list[Submission]] = defaultdict(list)
    for row in due.filter(due_at__lt=timezone.now() + AHEAD).order_by("due_at", "pk")[:AT_ONCE]:
        calendar = own.get(row.agency_key, province) if row.agency_key else province
        last_day = last_day_to_extend(row)
        if last_day is not None and _is_last_call(last_day, today, calendar):
            gathered[row.agency_key].append(row)
    return sum(_queue(LAST_DAY, agency, today.isoformat(), rows) for agency, rows in gathered.items())


def _is_last_call(last_day: date, today: date, calendar: WorkingCalendar) -> bool:
    """Return whether that day comes before the office opens again after today, which is a working day."""
    return calendar.is_working_day(today) and today <= last_day < calendar.nth_working_day(today, 1)


def _part_of(moment: datetime, length: timedelta) -> datetime:
    """Return the beginning of the part of the day in which that moment lies."""
    midnight = local(moment).replace(hour=0, minute=0)
    return midnight + (local(moment) - midnight) // length * length


@transaction.atomic
def _queue(kind: str, agency: UUID | None, part: str, rows: list[Submission]) -> int:
    """Put one mail to each person, once for that part; how many people there are."""
    people = recipients(agency, 1) if kind == NEW_FILINGS else _heads(agency)
    for person in people:
        theirs = [str(row.pk) for row in rows if row.owner_id != person]
        if theirs:
            put(kind, {"person": person, "submissions": theirs}, key=f"{kind}:{agency}:{part}:{person}")
    return len(people)


def _heads(agency: UUID | None) -> list[int]:
    heads = Officer.objects.working_at(agency).filter(role=OfficerRole.HEAD)
    return sorted(set(heads.exclude(user__email="").values_list("user", flat=True)))


def send_filings(payload: dict[str, Any]) -> None:
    """Write and send one mail about filings nobody has looked at yet."""
    _send(NEW_FILINGS, payload, Submission.objects.filter(state=State.FILED))


def send_last_days(payload: dict[str, Any]) -> None:
    """Write and send one mail about what may still be put off today."""
    _send(LAST_DAY, payload, Submission.objects.filter(state__in=WORKED_ON, due_at__gte=timezone.now()))


def _send(kind: str, payload: dict[str, Any], rows: QuerySet[Submission]) -> None:
    """Send it if the person still has an office at their agency and something is left to tell."""
    person = User.objects.filter(pk=payload["person"], is_active=True).exclude(email="").first()
    if person is None:
        return
    offices = Officer.objects.filter(user=person).department_keys()
    left = rows.filter(pk__in=payload["submissions"], agency_key__in=offices).exclude(owner=person)
    told = list(left.order_by("filed_at", "pk"))
    if told:
        with translation.override(settings.LANGUAGE_CODE):
            subject, text = written(kind, told)
        mails.send(EmailMessage(subject, text, to=[person.email], headers={"Auto-Submitted": "auto-generated"}))


def written(kind: str, rows: Iterable[Submission]) -> LetterParts:
    """Return subject and text; no name and no answer stands in it."""
    rows = list(rows)
    context = {
        "rows": rows,
        "count": len(rows),
        "url": absolute(reverse(PAGES[kind])),
        **signature(),
        "is_demo": settings.DEMO,
    }
    return write(f"desk/{LETTERS[kind]}", f"emails/desk/{LETTERS[kind]}.txt", context, settings.LANGUAGE_CODE)
