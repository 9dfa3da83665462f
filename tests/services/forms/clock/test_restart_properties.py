"""What holds for every course of a dossier under the rule that restarts, whatever the calendar, limit and pauses."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from services.forms.clock import DayStatus, Extension, Limit, Pause, PauseKind, Resume, due
from tests.services.forms.clock.rules import rule
from tests.services.forms.clock.test_properties import calendars, moments, thorough

UNITS = ("working_day", "calendar_day", "working_hour", "same_day")
limits = st.sampled_from(UNITS).flatmap(
    lambda unit: st.just(Limit(None, unit)) if unit == "same_day" else st.integers(1, 12).map(lambda n: Limit(n, unit))
)
waits = st.integers(1, 8 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))
kinds = st.sampled_from((PauseKind.PAPERS, PauseKind.PAPERS, PauseKind.PAYMENT))
steps = st.lists(st.tuples(waits, waits, kinds), max_size=4)
CONTINUE, RESTART = rule(resume=Resume.CONTINUE), rule()


def pauses_of(accepted: datetime, course) -> list[Pause]:
    """Requests one after the other, all answered."""
    found, at = [], accepted
    for before, length, kind in course:
        asked = at + before
        at = asked + length
        found.append(Pause(asked, at, kind))
    return found


@thorough
@given(calendars, limits, moments, steps)
def test_a_restart_is_never_earlier_than_a_pause(calendar, limit, accepted, course):
    """Months differ in length, so limits in months are not among these (docs/decisions/0096)."""
    pauses = pauses_of(accepted, course)
    by_pauses = due(accepted, limit, calendar, pauses=pauses, rule=CONTINUE).moment
    assert due(accepted, limit, calendar, pauses=pauses, rule=RESTART).moment >= by_pauses


@thorough
@given(calendars, limits, moments, steps, waits, waits, kinds)
def test_a_request_after_the_due_moment_changes_nothing(calendar, limit, accepted, course, later, length, kind):
    pauses = pauses_of(accepted, course)
    before = due(accepted, limit, calendar, pauses=pauses, rule=RESTART)
    asked = max([before.moment, *(pause.answered for pause in pauses)]) + later
    after = due(accepted, limit, calendar, pauses=[*pauses, Pause(asked, asked + length, kind)], rule=RESTART)
    assert (after.moment, after.parts) == (before.moment, before.parts)


@thorough
@given(calendars, limits, moments, steps)
def test_overdue_is_never_undone(calendar, limit, accepted, course):
    """Once the moment has passed before the next request, no later request moves it."""
    pauses = pauses_of(accepted, course)
    for known in range(len(pauses)):
        found = due(accepted, limit, calendar, pauses=pauses[:known], rule=RESTART).moment
        if found < pauses[known].asked.replace(second=0, microsecond=0):
            assert due(accepted, limit, calendar, pauses=pauses, rule=RESTART).moment == found
            break


@thorough
@given(calendars, limits, moments, steps)
def test_the_date_never_lands_outside_working_time(calendar, limit, accepted, course):
    found = due(accepted, limit, calendar, pauses=pauses_of(accepted, course), rule=RESTART)
    assert calendar.is_working_moment(found.moment)
    if found.restart is not None:
        assert calendar.is_working_day(found.restart.start.counts_from.date())
        assert found.restart.request.asked <= found.restart.start.counts_from


@thorough
@given(calendars, limits, moments, steps)
def test_it_may_be_put_off_only_before_the_day_it_is_due(calendar, limit, accepted, course):
    found = due(accepted, limit, calendar, pauses=pauses_of(accepted, course), rule=RESTART)
    if limit.unit in ("working_hour", "same_day"):
        assert found.extend_until is None
        return
    assert found.extend_until.date() + timedelta(days=1) == found.moment.date()
    longer = Extension(2, limit.unit, at=found.extend_until)
    later = due(accepted, limit, calendar, pauses=pauses_of(accepted, course), extension=longer, rule=RESTART)
    assert later.moment > found.moment
    assert later.extend_until is None


@thorough
@given(calendars, limits, moments, steps)
def test_days_fall_away_with_a_restart_and_no_other_way(calendar, limit, accepted, course):
    found = due(accepted, limit, calendar, pauses=pauses_of(accepted, course), rule=RESTART)
    counted = [day for part in found.parts for day in part.days if day.what is DayStatus.VOID]
    assert counted == []
    if found.restart is not None and limit.unit == "working_day":
        first = found.restart.start.counts_from.date()
        assert all(day.on > first for day in found.parts[0].days)
