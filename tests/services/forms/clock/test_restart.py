"""Requests for papers: which restart the limit, which pause it, which move nothing: tables worked out by hand."""

import pytest

from services.forms.clock import DayStatus, Extension, NoDate, Pause, PauseKind, Resume, due, explain, short_answer
from tests.services.forms.clock.cases import at, demo_calendar, limit
from tests.services.forms.clock.restart_cases import ALL, FRIDAY
from tests.services.forms.clock.rules import rule


def told(course: str, unit: str):
    """Pauses and the extension of a course: "ask", "pay" and "extend", each with its moments."""
    pauses, extension = [], None
    for part in filter(None, course.split("; ")):
        what, _blank, rest = part.partition(" ")
        if what == "extend":
            number, _blank, when = rest.partition(" ")
            extension = Extension(int(number), unit, at=at(when))
        else:
            asked, _slash, answered = rest.partition("/")
            kind = PauseKind.PAPERS if what == "ask" else PauseKind.PAYMENT
            pauses.append(Pause(at(asked), at(answered) if answered else None, kind))
    return {"pauses": pauses, "extension": extension}


def worked(course: str, accepted: str = FRIDAY, text: str = "5 working_day", asked_before: int = 0, **changed):
    asked = limit(text)
    calendar = demo_calendar(with_culture_day=True)
    history = told(course, asked.unit)
    return due(at(accepted), asked, calendar, **history, rule=rule(**changed), asked_before=asked_before)


@pytest.mark.parametrize(("accepted", "text", "course", "expected"), ALL)
def test_when_it_is_due(accepted, text, course, expected):
    assert worked(course, accepted, text).moment == at(expected)


def test_the_decisions_case_of_a_request_depends_on_the_rule():
    course = "ask 2026-11-23 10:00/2026-11-26 10:00"
    assert worked(course, resume=Resume.CONTINUE).moment == at("2026-12-02 17:00")
    assert worked(course).moment == at("2026-12-03 17:00")


@pytest.mark.parametrize(
    ("accepted", "text", "until"),
    [
        (FRIDAY, "5 working_day", "2026-11-26 17:00"),
        ("2026-11-20 17:01", "5 working_day", "2026-11-27 17:00"),
        (FRIDAY, "1 working_day", "2026-11-23 17:00"),
        (FRIDAY, "same_day", "2026-11-20 17:00"),
        (FRIDAY, "8 working_hour", "2026-11-23 16:40"),
    ],
)
def test_until_when_a_first_request_restarts(accepted, text, until):
    """Never after the moment it is due: a request then moves nothing."""
    assert worked("", accepted, text).request_until == at(until)


def test_no_further_request_restarts():
    assert worked("ask 2026-11-23 09:00/2026-11-26 09:00").request_until is None
    assert worked("", resume=Resume.CONTINUE).request_until is None
    assert worked("", asked_before=1).request_until is None
    assert worked("", asked_before=1, early_requests_count=False).request_until == at("2026-11-26 17:00")


def test_a_request_before_acceptance_was_the_first():
    course = "ask 2026-11-23 09:00/2026-11-26 09:00"
    assert worked(course, asked_before=1).moment == at("2026-12-02 17:00")
    assert worked(course, asked_before=1, early_requests_count=False).moment == at("2026-12-03 17:00")


@pytest.mark.parametrize(
    ("course", "text", "until"),
    [
        ("", "5 working_day", "2026-11-29 23:59"),
        ("ask 2026-11-23 09:00/2026-11-26 16:00", "5 working_day", "2026-12-02 23:59"),
        ("", "10 calendar_day", "2026-11-29 23:59"),
        ("", "1 month", "2026-12-20 23:59"),
    ],
)
def test_until_when_the_date_may_be_put_off(course, text, until):
    """Until the end of the day before it is due; on the day itself it is too late."""
    assert worked(course, text=text).extend_until == at(until)


@pytest.mark.parametrize(
    ("course", "text"),
    [
        ("", "8 working_hour"),
        ("", "same_day"),
        ("", "immediate"),
        ("extend 3 2026-11-27 09:00", "5 working_day"),
        ("extend 3 2026-11-23 08:00; ask 2026-11-23 09:00/2026-11-26 09:00", "5 working_day"),
        ("ask 2026-11-23 09:00", "5 working_day"),
    ],
)
def test_what_cannot_be_put_off(course, text):
    """Limits within the day and in hours, what was put off before, and what has no date."""
    assert worked(course, text=text).extend_until is None


def test_how_often_and_until_when_it_may_be_put_off_is_told_by_the_rule():
    assert worked("", extensions=0).extend_until is None
    assert worked("", extension_days_before=2).extend_until == at("2026-11-28 23:59")


def test_while_papers_are_awaited_there_is_no_date_and_the_whole_limit_is_left():
    found = worked("ask 2026-11-23 09:00")
    assert (found.moment, found.no_date, found.standing_since) == (None, NoDate.PAUSED, at("2026-11-23 09:00"))
    assert found.restart.start is None
    assert "5 ngày làm việc" in explain(found)[-1]


def test_a_limit_that_will_run_anew_is_not_said_to_stand_still():
    found = worked("ask 2026-11-23 09:00")
    told = "Cơ quan chờ giấy tờ bổ sung từ 09:00, thứ Hai 23/11/2026. Khi hồ sơ đầy đủ, toàn bộ thời hạn"
    assert short_answer(found).startswith(told)
    assert "tạm dừng" not in " ".join(explain(found))
    assert "tạm dừng" in short_answer(worked("pay 2026-11-23 09:00"))


def test_a_payment_moves_nothing_where_the_rule_says_so():
    course = "pay 2026-11-23 09:00/2026-11-25 09:00"
    assert worked(course, payment_pauses=False).moment == at("2026-11-30 17:00")


def test_acceptance_after_hours_counts_from_that_day_where_the_rule_says_so():
    assert worked("", "2026-11-20 17:01", late_acceptance_waits=False).moment == at("2026-11-30 17:00")
    assert worked("", "2026-11-21 09:00", late_acceptance_waits=False).moment == at("2026-11-30 17:00")
    assert worked("", "2026-11-20 17:01", "same_day", late_acceptance_waits=False).moment == at("2026-11-23 17:00")


def test_the_days_that_were_lost_are_told():
    found = worked("pay 2026-11-23 09:00/2026-11-25 09:00; ask 2026-11-26 09:00/2026-11-30 09:00")
    lost = {day.on.day: day.what for day in found.restart.void}
    assert lost == {
        21: DayStatus.WEEKEND,
        22: DayStatus.WEEKEND,
        23: DayStatus.VOID,
        24: DayStatus.HOLIDAY,
        25: DayStatus.PAUSED,
        26: DayStatus.VOID,
        27: DayStatus.PAUSED,
        28: DayStatus.WEEKEND,
        29: DayStatus.WEEKEND,
        30: DayStatus.PAUSED,
    }


def test_the_minutes_that_were_lost_are_told():
    found = worked("ask 2026-11-23 08:00/2026-11-23 10:00", text="8 working_hour")
    lost = [(day.what, day.minutes) for day in found.restart.void if day.minutes]
    assert lost == [(DayStatus.VOID, 20), (DayStatus.VOID, 60), (DayStatus.PAUSED, 120)]


def test_the_working_tells_the_request_the_completion_and_what_fell_away():
    assert explain(worked("ask 2026-11-23 09:00/2026-11-28 10:00")) == [
        "Tiếp nhận lúc 16:40, thứ Sáu 20/11/2026.",
        "Thứ Hai 23/11/2026: đã tính trước khi có yêu cầu, nay không tính nữa.",
        "Yêu cầu bổ sung lúc 09:00, thứ Hai 23/11/2026, trong 3 ngày làm việc kể từ khi tiếp nhận: khi hồ sơ đầy đủ, "
        "thời hạn được tính lại từ đầu.",
        "Hồ sơ đầy đủ lúc 10:00, thứ Bảy 28/11/2026: toàn bộ thời hạn được tính lại từ thời điểm này.",
        "Đó là ngoài giờ làm việc nên được tính là đầy đủ lúc 07:00, thứ Hai 30/11/2026.",
        "Thời hạn giải quyết: 5 ngày làm việc. Không tính ngày tiếp nhận, ngày nghỉ cuối tuần và ngày nghỉ lễ.",
        "Thứ Ba 1/12/2026 đến thứ Sáu 4/12/2026: ngày thứ 1 đến ngày thứ 4.",
        "Thứ Bảy 5/12/2026 đến chủ nhật 6/12/2026: nghỉ cuối tuần, không tính.",
        "Thứ Hai 7/12/2026: ngày thứ 5.",
        "Hẹn trả lúc 17:00, thứ Hai 7/12/2026.",
    ]
