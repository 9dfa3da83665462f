"""The working in sentences, what cannot be dated, what may still change."""

from datetime import date

import pytest
from django.utils import translation

from core.working_time import NamedDay, WorkingCalendar
from services.forms.clock import Day, DayStatus, Limit, NoDate, Resume, doubts, due, explain, on_day, spans
from tests.services.forms.clock.cases import at, demo_calendar, limit, pause
from tests.services.forms.clock.rules import rule


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def told(accepted, time_limit, *, pauses=(), extension=None, calendar=None) -> list[str]:
    found = due(
        at(accepted),
        limit(time_limit),
        calendar or demo_calendar(),
        pauses=map(pause, pauses),
        extension=limit(extension) if extension else None,
    )
    return explain(found)


def test_the_working_of_days_names_each_stretch():
    assert told("2026-11-20 16:40", "5 working_day", pauses=["2026-11-23 10:00/2026-11-26 10:00"]) == [
        "Accepted at 16:40, Friday 20 November 2026.",
        "Time limit: 5 working days. The day of acceptance does not count; weekends and days off do not either.",
        "Saturday 21 November 2026 to Sunday 22 November 2026: weekend, does not count.",
        "Monday 23 November 2026: day 1.",
        "Tuesday 24 November 2026 to Thursday 26 November 2026: waiting for the citizen, does not count.",
        "Friday 27 November 2026: day 2.",
        "Saturday 28 November 2026 to Sunday 29 November 2026: weekend, does not count.",
        "Monday 30 November 2026 to Wednesday 2 December 2026: days 3 to 5.",
        "Due at 17:00, Wednesday 2 December 2026.",
    ]


def test_the_working_of_hours_tells_the_time_of_each_day():
    sentences = told("2026-11-20 17:30", "9 working_hour", pauses=["2026-11-23 09:00/2026-11-23 10:15"])
    assert sentences == [
        "Accepted at 17:30, Friday 20 November 2026.",
        "This is outside working hours, so counting begins at 07:00, Monday 23 November 2026.",
        "Time limit: 9 working hours. Only working time counts, from the moment of acceptance.",
        "Monday 23 November 2026: 6 hours 45 minutes of working time.",
        "Monday 23 November 2026: 1 hour 15 minutes of waiting for the citizen, does not count.",
        "Tuesday 24 November 2026: 2 hours 15 minutes of working time.",
        "Due at 09:15, Tuesday 24 November 2026.",
    ]


def test_days_off_and_make_up_days_are_named():
    sentences = told("2025-12-30 15:00", "7 working_day")
    assert "Thursday 1 January 2026: day off, does not count – Tết Dương lịch." in sentences
    assert "Saturday 10 January 2026: day 7, a make-up working day – Làm bù cho ngày nghỉ 02/01/2026." in sentences


@pytest.mark.parametrize(
    ("accepted", "why"),
    [
        ("2026-11-20 17:01", "The office had closed, so it counts as accepted at 07:00, Monday 23 November 2026."),
        ("2026-11-21 09:00", "This is a weekend, so it counts as accepted at 07:00, Monday 23 November 2026."),
        (
            "2026-09-02 09:00",
            "This is a day off: Quốc khánh. It counts as accepted at 07:00, Thursday 3 September 2026.",
        ),
    ],
)
def test_a_later_start_says_why(accepted, why):
    assert told(accepted, "1 working_day")[1] == why


def test_a_limit_by_the_calendar_tells_where_it_would_have_ended():
    assert told("2026-11-20 10:00", "12 month")[1:] == [
        "Time limit: 12 months. The day of acceptance does not count; every day after it does.",
        "12 months after acceptance: Saturday 20 November 2027.",
        "Saturday 21 November 2026 to Saturday 20 November 2027: days 1 to 365.",
        "Sunday 21 November 2027: weekend, does not count.",
        "Monday 22 November 2027: the next working day; the limit may not end on a day off.",
        "Due at 17:00, Monday 22 November 2027.",
    ]


def test_an_extension_is_told_after_the_limit():
    sentences = told("2026-11-20 10:00", "same_day", extension="2 working_day")
    assert sentences[1] == "Time limit: within the working day, at the latest when the office closes."
    assert sentences[2] == "Extended by: 2 working days."
    assert sentences[-1] == "Due at 17:00, Tuesday 24 November 2026."


@pytest.mark.parametrize(
    ("time_limit", "asked", "left"),
    [
        ("5 working_day", "2026-11-23 09:00/", "After the reply, 4 working days are left."),
        ("5 working_day", "2026-11-27 09:00/", "There is no due date until the reply."),
        ("10 calendar_day", "2026-11-23 09:00/", "After the reply, 7 calendar days are left."),
        ("9 working_hour", "2026-11-23 09:00/", "After the reply, 6 hours 40 minutes are left."),
    ],
)
def test_while_the_office_waits_there_is_no_date(time_limit, asked, left):
    found = due(at("2026-11-20 16:40"), limit(time_limit), demo_calendar(), pauses=[pause(asked)])
    assert (found.moment, found.no_date, found.standing_since) == (None, NoDate.PAUSED, pause(asked).asked)
    assert explain(found)[-1].startswith("The clock has stood still since 09:00, ")
    assert explain(found)[-1].endswith(left)


def test_a_request_after_the_due_date_changes_nothing_even_while_it_is_open():
    late = pause("2026-11-30 09:00/")
    assert due(at("2026-11-20 16:40"), limit("5 working_day"), demo_calendar(), pauses=[late]).moment == at(
        "2026-11-27 17:00"
    )


@pytest.mark.parametrize(
    ("time_limit", "reason", "words"),
    [
        (Limit(None, "words", "Theo thỏa thuận"), NoDate.IN_WORDS, "Theo thỏa thuận"),
        (Limit(None, "words"), NoDate.UNKNOWN, "not published"),
        (Limit(None, "working_day"), NoDate.UNKNOWN, "not published"),
        (Limit(5, "working_day", "Kể từ ngày thụ lý.", from_event=True), NoDate.OTHER_EVENT, "Kể từ ngày thụ lý."),
        (Limit(32767, "year"), NoDate.TOO_LONG, "too long"),
        (Limit(32767, "working_day"), NoDate.TOO_LONG, "too long"),
    ],
)
def test_what_cannot_be_dated_says_so_in_one_sentence(time_limit, reason, words):
    found = due(at("2026-11-20 16:40"), time_limit, demo_calendar())
    assert (found.moment, found.no_date) == (None, reason)
    (sentence,) = explain(found)
    assert words in sentence


def test_the_longest_limit_that_is_counted_still_ends_on_a_working_day():
    found = due(at("2026-11-20 16:40"), Limit(40, "year"), demo_calendar())
    assert found.moment == at("2066-11-22 17:00")


@pytest.mark.parametrize(
    ("accepted", "time_limit", "expected"),
    [
        ("2026-11-20 16:40", "1 working_day", []),
        (
            "2026-11-20 16:40",
            "5 working_day",
            ["Tuesday 24 November 2026 may become a day off (Ngày Văn hóa Việt Nam). It is not confirmed, so it counts "
             "as a working day for now."],
        ),
        (
            "2027-02-03 08:00",
            "7 working_day",
            ["Thursday 4 February 2027 to Wednesday 10 February 2027: days off that were worked out and are not "
             "announced yet. The date may change."],
        ),
        ("2027-01-25 08:00", "20 calendar_day", []),
        (
            "2027-12-30 08:00",
            "5 working_day",
            ["The days off of 2028 have not been entered yet. The date may change."],
        ),
    ],
)  # fmt: skip
def test_what_may_still_change_is_said(accepted, time_limit, expected):
    assert doubts(due(at(accepted), limit(time_limit), demo_calendar())) == expected


MAY_CHANGE = "Until when a first request for documents has the time limit run anew may change."


@pytest.mark.parametrize(
    ("accepted", "time_limit", "expected"),
    [
        ("2026-11-20 16:40", "1 working_day", []),
        ("2026-11-20 16:40", "20 calendar_day", [
            "Tuesday 24 November 2026 may become a day off (Ngày Văn hóa Việt Nam), which is not confirmed. "
            + MAY_CHANGE,
        ]),
        ("2027-02-03 08:00", "1 month", [
            "Thursday 4 February 2027 to Wednesday 10 February 2027: days off that were worked out and are not "
            "announced yet. " + MAY_CHANGE,
        ]),
        ("2026-11-27 08:00", "20 calendar_day", []),
    ],
)  # fmt: skip
def test_that_the_time_for_a_first_request_may_change_is_said(accepted, time_limit, expected):
    assert doubts(due(at(accepted), limit(time_limit), demo_calendar(), rule=rule())) == expected


def test_a_day_that_may_move_the_date_is_told_once_and_none_where_no_request_restarts():
    found = due(at("2026-11-20 16:40"), limit("5 working_day"), demo_calendar(), rule=rule())
    assert found.request_until is not None
    assert [caveat.is_about_request for caveat in found.caveats] == [False]
    kept = rule(resume=Resume.CONTINUE)
    assert doubts(due(at("2026-11-20 16:40"), limit("20 calendar_day"), demo_calendar(), rule=kept)) == []


def test_a_day_off_on_a_weekend_raises_no_doubt():
    calendar = WorkingCalendar({date(2026, 1, 1): NamedDay("x"), date(2026, 11, 21): NamedDay("y", is_settled=False)})
    assert doubts(due(at("2026-11-20 16:40"), limit("1 working_day"), calendar)) == []


def test_days_with_a_gap_between_them_are_two_spans():
    days = [Day(date(2026, 11, number), DayStatus.COUNTED, number) for number in (2, 3, 5)]
    assert [(span.first.day, span.last.day) for span in spans(days)] == [(2, 3), (5, 5)]


def test_days_in_vietnamese_begin_with_a_small_letter_inside_a_sentence():
    with translation.override("vi"):
        assert on_day(date(2026, 11, 20)) == "thứ Sáu 20/11/2026"


def test_a_moment_without_a_time_zone_is_refused():
    naive = at("2026-11-20 16:40").replace(tzinfo=None)
    with pytest.raises(ValueError, match="whose time"):
        due(naive, limit("5 working_day"), demo_calendar())


@pytest.mark.parametrize("extension", [Limit(None, "same_day"), Limit(None, "words", "x"), Limit(None, "working_day")])
def test_an_extension_that_cannot_be_counted_is_refused(extension):
    with pytest.raises(ValueError, match="extension"):
        due(at("2026-11-20 16:40"), limit("5 working_day"), demo_calendar(), extension=extension)


def test_an_answer_before_its_question_is_refused():
    with pytest.raises(ValueError, match="answer"):
        pause("2026-11-20 16:40/2026-11-20 16:39")


def test_a_limit_is_read_from_a_row_and_from_what_a_submission_kept():
    kept = {"value": 5, "unit": "working_day", "note": "x", "counted_from": "event", "channel": "", "case": ""}
    assert Limit.of(kept) == Limit(5, "working_day", "x", from_event=True)
    empty = WorkingCalendar({date(2026, 1, 1): NamedDay("x")})
    assert due(at("2026-11-20 16:40"), Limit.of({**kept, "counted_from": "acceptance"}), empty).moment
