"""Tallies against a count done the simple way, and what must always add up."""

from collections import Counter
from datetime import datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from core.working_time import ZONE
from services.forms.statistics.months import after, end_of, month_of, months
from services.forms.statistics.rules import UNACCEPTED, End, SubmissionRecord, Timeliness, open_status, timeliness
from services.forms.statistics.tallying import TallyKey, count_tallies

START, NOW = datetime(2026, 1, 1, tzinfo=ZONE), datetime(2026, 11, 22, 10, 0, tzinfo=ZONE)
MINUTES = int((NOW - START).total_seconds() // 60)
PLACES = [TallyKey(None, UUID(int=number), None, number or None) for number in range(3)]
STOCK = ("open_new", "open_in_time", "open_overdue", "open_paused", "open_undated")
SETTLED = ("early", "on_time", "late", "undated")


@st.composite
def lives(draw) -> SubmissionRecord:
    """A dossier as it can be: its moments in their order, none after now."""
    moments = sorted(draw(st.lists(st.integers(0, MINUTES), min_size=5, max_size=5)))
    filed, accepted, asked, answered, ended = (START + timedelta(minutes=minutes) for minutes in moments)
    end = draw(st.sampled_from([None, *End]))
    is_accepted = draw(st.booleans()) if end is None else end not in UNACCEPTED
    due = draw(st.none() | st.integers(0, MINUTES * 2).map(lambda minutes: START + timedelta(minutes=minutes)))
    waits = draw(st.sampled_from([(), ((asked, answered),), ((asked, None if end is None else ended),)]))
    requests = draw(st.integers(0, 2))
    return SubmissionRecord(
        filed=filed,
        accepted=accepted if is_accepted else None,
        ended=ended if end else None,
        end=end,
        timeliness=timeliness(ended, due) if end and is_accepted else None,
        due=due if is_accepted else None,
        is_dated=due is not None or draw(st.booleans()),
        waits=waits,
        complete=answered if is_accepted and waits else None,
        requests=requests,
        late_requests=draw(st.integers(0, requests)),
        is_apologised=draw(st.booleans()),
    )


entries = st.lists(st.tuples(st.sampled_from(PLACES), lives()), max_size=30)


def naive(found, month, place) -> Counter:
    """The same for one month and place, by asking every dossier every question."""
    own = [life for where, life in found if where == place]
    numbers: Counter = Counter()
    for life in own:
        numbers["received"] += month_of(life.filed) == month
        numbers["accepted"] += life.accepted is not None and month_of(life.accepted) == month
        if life.ended and month_of(life.ended) == month:
            numbers[life.timeliness.value if life.timeliness else life.end.value] += 1
            if life.timeliness:
                numbers["days"] += (life.ended.date() - life.accepted.date()).days
                since = life.complete or life.accepted
                numbers["legal_days"] += max((life.ended.date() - since.date()).days, 0)
                numbers["asked_twice"] += life.requests == 2
                numbers["late_or_asked_twice"] += life.requests == 2 or life.timeliness is Timeliness.LATE
                numbers["asked_late"] += life.late_requests > 0
                numbers["apologised"] += life.is_apologised and life.timeliness is Timeliness.LATE
                if life.end in (End.REFUSED, End.STOPPED, End.WITHDRAWN):
                    numbers[life.end.value] += 1
        where = open_status(life, end_of(month), NOW)
        if where:
            numbers[f"open_{where.value}"] += 1
    return +numbers


@given(entries)
def test_every_number_is_that_of_a_simple_count(found):
    tallies = count_tallies(found, NOW)
    for month in months(month_of(START), month_of(NOW)):
        for place in PLACES:
            assert +tallies.get((month, place), Counter()) == naive(found, month, place)
    assert all(month <= month_of(NOW) for month, _place in tallies)


@given(entries)
def test_what_is_open_is_what_was_open_and_came_and_did_not_go(found):
    tallies = count_tallies(found, NOW)
    by_month: dict = {}
    for (month, _place), numbers in tallies.items():
        by_month.setdefault(month, Counter()).update(numbers)
    for month in months(month_of(START), month_of(NOW)):
        here, before = by_month.get(month, Counter()), by_month.get(after(month, -1), Counter())
        gone = sum(here[name] for name in ("not_accepted", "withdrawn_early", *SETTLED))
        assert sum(here[name] for name in STOCK) == sum(before[name] for name in STOCK) + here["received"] - gone
        taken_on = sum(before[name] for name in STOCK[1:]) + here["accepted"]
        assert sum(here[name] for name in STOCK[1:]) == taken_on - sum(here[name] for name in SETTLED)


@given(entries)
def test_counting_again_or_in_another_order_changes_nothing(found):
    assert count_tallies(found, NOW) == count_tallies(found, NOW) == count_tallies(found[::-1], NOW)
