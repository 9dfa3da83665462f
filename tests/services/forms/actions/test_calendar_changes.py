"""What a change of the calendar does to dates that were promised: they come forward, and never get later."""

from datetime import date

import pytest

from core.models import Holiday
from outbox.models import Delivery
from services.forms import actions
from services.forms.routines.deadlines import recount_dates
from services.forms.rules.workflow import Actor
from services.forms.submissions.calendars import calendar_of
from services.forms.submissions.due_date_text import return_date
from tests.builders_slips import extend, filed, perform
from tests.builders_submissions import PAPER, make_file
from tests.clocks import moment

pytestmark = pytest.mark.django_db

PAPERS = {"papers": [{"question": PAPER, "reason": "Ảnh bị mờ, khó đọc"}]}


def last(row):
    return row.events.order_by("-at", "-pk").first()


def make_day_off(day: date, status: str = "official") -> Holiday:
    return Holiday.objects.create(date=day, name="Ngày Văn hóa Việt Nam", status=status)


def test_a_day_off_that_goes_brings_the_date_forward_with_an_event_and_a_letter(travel):
    travel("2026-11-20T09:00")
    day_off = make_day_off(date(2026, 11, 24))
    row = perform(filed(), "accept")
    assert (row.due_at, recount_dates()) == (moment("2026-11-30T17:00"), 0)
    Holiday.objects.filter(pk=day_off.pk).update(status="to_confirm")
    assert recount_dates() == 1
    row.refresh_from_db()
    event = last(row)
    assert row.due_at == moment("2026-11-27T17:00")
    assert (event.move, event.actor, event.role) == ("recalculate", None, Actor.SYSTEM)
    assert event.detail == {
        "was_due_at": moment("2026-11-30T17:00").isoformat(),
        "due_at": moment("2026-11-27T17:00").isoformat(),
    }
    assert Delivery.objects.filter(dedup_key__endswith=f"event:{event.pk}").exists()
    assert recount_dates() == 0, "once"


def test_a_day_off_that_comes_later_leaves_what_was_promised_and_says_so(travel):
    travel("2026-11-20T09:00")
    row, promised = perform(filed(), "accept"), moment("2026-11-27T17:00")
    day_off = make_day_off(date(2026, 11, 24), status="to_confirm")
    assert recount_dates() == 0, "it is not confirmed"
    Holiday.objects.filter(pk=day_off.pk).update(status="official")
    assert recount_dates() == 0
    row.refresh_from_db()
    event = last(row)
    assert (row.due_at, event.move, event.role) == (promised, "keep_date", Actor.SYSTEM)
    shown = return_date(row, calendar_of(row))
    assert (shown.due_at, "Lịch làm việc thay đổi" in shown.rules[-1]) == (promised, True)
    make_day_off(date(2026, 11, 25))
    assert recount_dates() == 0
    row.refresh_from_db()
    assert (row.due_at, last(row)) == (promised, event), "said once"
    assert perform(filed(), "accept").due_at == moment("2026-12-01T17:00"), "who is accepted now gets today's"


def test_a_dossier_held_to_its_calendar_follows_again_once_that_gives_no_later_date(travel):
    travel("2026-11-20T09:00")
    row = perform(filed(), "accept")
    day_off = make_day_off(date(2026, 11, 24))
    recount_dates()
    Holiday.objects.filter(pk=day_off.pk).update(date=date(2026, 12, 24))
    assert recount_dates() == 0
    row.refresh_from_db()
    assert (row.due_at, row.kept_calendar) == (moment("2026-11-27T17:00"), None)
    Holiday.objects.create(date=date(2026, 11, 21), kind="work", name="Làm bù", status="official")
    assert recount_dates() == 1
    row.refresh_from_db()
    assert row.due_at == moment("2026-11-26T17:00")


def test_what_waits_for_the_citizen_keeps_its_calendar_too_until_the_limit_runs_anew(travel):
    travel("2026-11-20T09:00")
    paid, asked = perform(filed(), "accept"), perform(filed(), "accept")
    paid = perform(paid, "ask_for_payment", detail={"amount": 50_000})
    asked = perform(asked, "ask_for_papers", detail=PAPERS)
    make_day_off(date(2026, 11, 26))
    travel("2026-11-23T09:00")
    paid = perform(paid, "pay", detail={"amount": 50_000, "receipt": "1"})
    assert paid.due_at == moment("2026-11-30T17:00"), "one day of waiting, none for the day off"
    make_file(asked)
    asked = actions.hand_in(submission=asked, by=asked.owner, revision=asked.revision)
    assert [event.move for event in asked.events.order_by("pk")][-2:] == ["keep_date", "hand_in"]
    assert (asked.due_at, asked.kept_calendar) == (moment("2026-12-01T17:00"), None), "five days of today's calendar"


def test_what_is_put_off_is_put_off_from_the_date_that_was_promised(travel):
    travel("2026-11-20T09:00")
    row = perform(filed(), "accept")
    make_day_off(date(2026, 11, 24))
    row = extend(row, value=1)
    assert row.due_at == moment("2026-11-30T17:00")
    assert last(row).detail["was_due_at"] == moment("2026-11-27T17:00").isoformat()


def test_a_new_calendar_leaves_what_has_ended_alone_and_reaches_what_waits_later(travel):
    travel("2026-11-20T09:00")
    waiting = perform(perform(filed(), "accept"), "ask_for_papers", detail=PAPERS)
    ended = perform(perform(filed(), "accept"), "stop", reason="Theo đề nghị")
    due_at = ended.due_at
    new = filed()
    Holiday.objects.create(date=date(2026, 11, 23), name="Nghỉ bù", status="official")
    assert recount_dates() == 0
    for row in (waiting, ended, new):
        row.refresh_from_db()
    assert ended.due_at == due_at
    assert new.intake_due_at == moment("2026-11-24T09:00")
    travel("2026-11-20T10:00")
    make_file(waiting)
    row = actions.hand_in(submission=waiting, by=waiting.owner, revision=waiting.revision)
    assert row.due_at == moment("2026-11-30T17:00")
