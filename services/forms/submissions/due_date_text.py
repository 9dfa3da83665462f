"""The date of a dossier in words: when it is due, how that was worked out, why it may change."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from core.law import cite
from core.working_time import WorkingCalendar
from services.forms.clock import Due, Limit, doubts, due, explain, on_day, rule_lines, short_answer
from services.forms.models import Event, Submission, rule_in_force
from services.forms.rules.workflow import ENDED, WORKED_ON, State
from services.forms.submissions.due_dates import OfferedLimit, due_date_of
from services.rules.wording import limit_in_words

WITHOUT_RESULT = ENDED - {State.HANDED_OVER}


@dataclass(frozen=True)
class ReturnDate:
    """`steps` is the working without its result; `limit` is "" where the answer tells it in words."""

    limit: str
    answer: str
    steps: list[str]
    doubts: list[str]
    rules: list[str]
    due_at: datetime | None
    is_overdue: bool


def return_date(
    submission: Submission, calendar: WorkingCalendar, events: Iterable[Event] | None = None
) -> ReturnDate | None:
    """Return None before acceptance, while no limit is settled, and for a dossier that ended without a result."""
    found = due_date_of(submission, calendar, events)
    if found is None or submission.state in WITHOUT_RESULT:
        return None
    limit = limit_in_words(submission.limit)
    answer = short_answer(found)
    return ReturnDate(
        limit="" if limit and limit in answer else limit,
        answer=answer,
        steps=explain(found)[:-1],
        doubts=doubts(found),
        rules=_rules(submission, found) if submission.state in WORKED_ON else [],
        due_at=found.moment,
        is_overdue=is_overdue(submission),
    )


def _rules(submission: Submission, found: Due) -> list[str]:
    lines = rule_lines(found, cite)
    if submission.kept_calendar_id:
        lines.append(_("The working calendar changed after this date was promised: the date stays as it was."))
    return lines


def is_overdue(submission: Submission) -> bool:
    """Return whether the office should have decided by now."""
    return submission.state in WORKED_ON and submission.due_at is not None and submission.due_at < timezone.now()


def would_be(offered: OfferedLimit, calendar: WorkingCalendar) -> str:
    """Return a time limit with the date it would give to a dossier accepted now."""
    case = f" ({offered.case})" if offered.case else ""
    now = timezone.now()
    rule = rule_in_force(timezone.localdate(now))
    limit, answer = (
        limit_in_words(offered.row),
        short_answer(due(now, Limit.of(offered.row), calendar, rule=rule)),
    )
    return f"{answer}{case}" if limit in answer or not limit else f"{limit}{case}. {answer}"


def in_words(moment: datetime) -> str:
    """Return a moment as it stands inside a sentence: 17:00, thứ Sáu 27/11/2026."""
    local = timezone.localtime(moment)
    return f"{local:%H:%M}, {on_day(local.date())}"
