"""The clock: from the acceptance of a complete dossier and its time limit to the moment it is due, with the working."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time

from core.working_time import WorkingCalendar
from services.forms.clock.caveats import request_caveats
from services.forms.clock.counting import Counting, History
from services.forms.clock.data import COUNTABLE, WITHIN_THE_DAY, Due, Limit, NoDate, Pause, PauseKind, Restart, Start
from services.forms.clock.requests import extend_until, request_until, restarting_request
from services.forms.clock.rule import ClockRule
from services.rules.choices import DurationUnit
from services.rules.deadlines import COUNTED

LONGEST = 40 * 366
"""Days: what lasts longer than forty years is a slip of the pen, not a time limit."""
ABOUT_DAYS = {
    DurationUnit.WORKING_HOUR: 0.2,
    DurationUnit.WORKING_DAY: 1.5,
    DurationUnit.CALENDAR_DAY: 1,
    DurationUnit.MONTH: 31,
    DurationUnit.YEAR: 366,
}


def due(
    accepted: datetime,
    limit: Limit,
    calendar: WorkingCalendar,
    *,
    pauses: Iterable[Pause] = (),
    extension: Limit | None = None,
    cut_off: time | None = None,
    rule: ClockRule | None = None,
    asked_before: int = 0,
) -> Due:
    """Return when a dossier accepted at that moment is due.

    `pauses` may overlap; one that is still open leaves the date open too. `extension` is counted from the end of the
    limit, and may be an Extension, which says when it was given. `cut_off` replaces that of the calendar. Without a
    `rule` every pause moves the date by itself and nothing restarts. `asked_before` are requests for papers before
    acceptance. Raises ValueError for a moment without a time zone and for an extension that cannot be counted.
    """
    if extension is not None and (extension.unit not in COUNTED or not extension.value or extension.from_event):
        raise ValueError(f"an extension is a number of hours, days, months or years: {extension}")
    counting = Counting(limit, calendar, cut_off, rule)
    start = counting.start_of(accepted)
    if reason := _why_no_date(limit) or (extension and _why_no_date(extension)):
        return Due(limit, start, no_date=reason, rule=rule)
    kept = [pause for pause in pauses if rule is None or rule.payment_pauses or pause.kind is PauseKind.PAPERS]
    history = History(tuple(sorted(kept, key=lambda pause: pause.asked)), extension, asked_before)
    request = restarting_request(start, history, counting)
    found = counting.count(start, history) if request is None else _restarted(start, request, history, counting)
    until = request_until(found, history, counting)
    told = (*found.caveats, *request_caveats(start, until, found.caveats, calendar))
    found = replace(found, rule=rule, request_until=until, caveats=told)
    return replace(found, extend_until=extend_until(found, history))


def _restarted(start: Start, request: Pause, history: History, counting: Counting) -> Due:
    """Return the limit counted anew from the moment the papers that were asked for are complete."""
    void = counting.void_days(start, request, history)
    if request.answered is None:
        since = min(pause.asked for pause in history.pauses if pause.is_open)
        restart = Restart(request, void)
        return Due(counting.limit, start, no_date=NoDate.PAUSED, standing_since=since, restart=restart)
    again = counting.start_of(request.answered)
    found = counting.count(again, history.after(request))
    return replace(found, start=start, restart=Restart(request, void, again))


def is_countable(limit: Limit) -> bool:
    """Return whether a date can be worked out from it at all, whatever happens to the dossier."""
    return _why_no_date(limit) is None


def _why_no_date(limit: Limit) -> NoDate | None:
    if limit.from_event:
        return NoDate.OTHER_EVENT
    if limit.unit not in COUNTABLE:
        return NoDate.IN_WORDS if limit.note.strip() else NoDate.UNKNOWN
    if limit.unit in WITHIN_THE_DAY:
        return None
    if not limit.value:
        return NoDate.UNKNOWN
    return NoDate.TOO_LONG if limit.value * ABOUT_DAYS[DurationUnit(limit.unit)] > LONGEST else None
