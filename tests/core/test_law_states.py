"""Whether an act is in force on a day: the whole table."""

from datetime import date

import pytest
from django.utils import translation

from core.law_states import LawState, ends_soon, standing

TODAY = date(2026, 11, 30)
YESTERDAY, TOMORROW = date(2026, 11, 29), date(2026, 12, 1)


@pytest.mark.parametrize(
    ("start", "end", "state", "since"),
    [
        (YESTERDAY, None, LawState.IN_FORCE, YESTERDAY),
        (TODAY, None, LawState.IN_FORCE, TODAY),
        (TODAY, TODAY, LawState.IN_FORCE, TODAY),
        (TOMORROW, None, LawState.NOT_YET, TOMORROW),
        (None, None, LawState.UNKNOWN, None),
        (None, TODAY, LawState.UNKNOWN, None),
        (None, YESTERDAY, LawState.ENDED, TODAY),
        (date(2018, 6, 21), date(2025, 6, 30), LawState.ENDED, date(2025, 7, 1)),
    ],
)
def test_the_state_follows_the_two_dates(start, end, state, since):
    found = standing(in_force_from=start, in_force_to=end, on=TODAY)
    assert (found.state, found.since) == (state, since)


@pytest.mark.parametrize(
    ("start", "end", "vietnamese", "english"),
    [
        (YESTERDAY, None, "còn hiệu lực", "in force"),
        (TOMORROW, None, "có hiệu lực từ 1/12/2026", "in force from 1 December 2026"),
        (None, date(2025, 6, 30), "hết hiệu lực từ 1/7/2025", "no longer in force since 1 July 2025"),
        (None, None, "chưa rõ ngày có hiệu lực", "day of entry into force not known"),
    ],
)
def test_the_state_is_said_in_both_languages(start, end, vietnamese, english):
    found = standing(in_force_from=start, in_force_to=end, on=TODAY)
    assert found.in_words == vietnamese
    with translation.override("en"):
        assert found.in_words == english


@pytest.mark.parametrize(
    ("end", "soon"),
    [(None, False), (YESTERDAY, False), (TODAY, True), (date(2027, 1, 29), True), (date(2027, 1, 30), False)],
)
def test_an_act_ends_soon_in_its_last_sixty_days(end, soon):
    assert ends_soon(end, on=TODAY) is soon
