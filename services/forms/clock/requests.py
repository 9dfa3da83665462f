"""Requests for papers after acceptance: which one restarts the limit, and until when one may; when a date may be moved.

Decree 118/2025/NĐ-CP, Art. 19.5 (counted anew once the dossier is complete) and 19.6 (put off once, a day before).
"""

from datetime import datetime, time, timedelta
from enum import StrEnum

from core.working_time import ZONE, local
from services.forms.clock.counting import Counting, History
from services.forms.clock.data import IN_HOURS, WITHIN_THE_DAY, Due, Pause, PauseKind, Start

LAST_MINUTE = time(23, 59)


class RequestEffect(StrEnum):
    """What a request for papers does to the limit."""

    RESTART = "restart"
    PAUSE = "pause"
    NOTHING = "nothing"
    """It comes after the moment the dossier was due."""


def effect_of_request(found: Due, asked: datetime) -> RequestEffect:
    """Return what a request for papers made at that moment would do, as the dossier stands."""
    asked = local(asked)
    if found.request_until is not None and asked <= found.request_until:
        return RequestEffect.RESTART
    is_over = found.moment is not None and asked > found.moment
    return RequestEffect.NOTHING if is_over else RequestEffect.PAUSE


def restarting_request(start: Start, history: History, counting: Counting) -> Pause | None:
    """Return the request that restarts the limit: the first, made in time and not after the moment it was due."""
    first = next((pause for pause in history.pauses if pause.kind is PauseKind.PAPERS), None)
    until = _end_of_time(start, history, counting)
    if first is None or until is None or first.asked > until:
        return None
    due_then = counting.count(start, history.before(first)).moment
    return None if due_then is not None and first.asked > due_then else first


def request_until(found: Due, history: History, counting: Counting) -> datetime | None:
    """Return until when a first request would restart the limit; None where one was made or none can."""
    until = _end_of_time(found.start, history, counting)
    if until is None or any(pause.kind is PauseKind.PAPERS for pause in history.pauses):
        return None
    return min(until, found.moment) if found.moment else until


def extend_until(found: Due, history: History) -> datetime | None:
    """Return the last minute in which the date may be put off; None where it may not, or was."""
    limit, rule = found.limit, found.rule
    if rule is None or found.moment is None or limit.unit in IN_HOURS | WITHIN_THE_DAY:
        return None
    if not rule.extensions or history.extension is not None:
        return None
    day = found.moment.date() - timedelta(days=rule.extension_days_before)
    return datetime.combine(day, LAST_MINUTE, ZONE)


def _end_of_time(start: Start, history: History, counting: Counting) -> datetime | None:
    """Return the end of the working days in which a first request restarts; None where no request does."""
    rule, calendar = counting.rule, counting.calendar
    if rule is None or not rule.restarts or rule.request_days is None:
        return None
    if history.asked_before and rule.early_requests_count:
        return None
    return calendar.end_of_day(calendar.nth_working_day(start.counts_from.date(), rule.request_days))
