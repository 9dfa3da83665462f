"""The rule of the clock in the life of a dossier: promises made at acceptance, requests, corrections."""

from datetime import date

import pytest

from core.calendars import working_calendar
from core.models import Holiday
from outbox.models import Delivery
from services.forms import actions
from services.forms.clock import Resume
from services.forms.models import ClockRow, Submission
from services.forms.routines.deadlines import recount_dates, time_out_requests
from services.forms.rules.clock_values import ClockKey
from services.forms.rules.stored_rule import rule_from_json, rule_to_json
from services.forms.rules.workflow import State
from services.forms.submissions.due_dates import due_date_of
from services.models import ServicePage
from tests.builders_clock import set_clock
from tests.builders_slips import filed, perform
from tests.builders_submissions import PAPER, make_file
from tests.clocks import moment
from tests.services.forms.clock.rules import rule

pytestmark = pytest.mark.django_db

PAPERS = {"papers": [{"question": PAPER, "reason": "Ảnh bị mờ, khó đọc"}]}
WHY = "Phát hiện thêm khi thẩm định hồ sơ"
BEFORE = rule_to_json(rule(resume=Resume.CONTINUE, request_days=None, reply_days=None))
"""What the migration leaves with dossiers that were accepted before."""


@pytest.fixture
def accepted(travel):
    """Accepted on Friday 20 November at 16:40, five working days; the 24th is a day off: due on Monday the 30th."""
    Holiday.objects.create(date=date(2026, 11, 24), name="Ngày Văn hóa Việt Nam", status="official")
    travel("2026-11-20T15:00")
    row = filed()
    travel("2026-11-20T16:40")
    return perform(row, "accept")


def ask(row, **told):
    return perform(row, "ask_for_papers", detail=PAPERS, **told)


def hand_in(row):
    make_file(row)
    return actions.hand_in(submission=row, by=row.owner, revision=row.revision)


def last(row):
    return row.events.order_by("-at", "-pk").first()


def test_the_rule_of_the_day_is_kept_with_the_limit_at_acceptance(accepted):
    kept = rule_from_json(accepted.rule)
    assert (kept.resume, kept.request_days, kept.reply_days) == (Resume.RESTART, 3, 15)
    source = next(source for source in kept.sources if source.about == "resume")
    assert (source.law, source.article) == ("nd-118-2025", "Điều 19.5")
    assert accepted.complete_at == accepted.accepted_at == moment("2026-11-20T16:40")


@pytest.mark.parametrize(
    ("complete", "due_at"),
    [
        ("2026-11-26T16:00", "2026-12-03T17:00"),
        ("2026-11-26T17:01", "2026-12-04T17:00"),
        ("2026-11-28T10:00", "2026-12-07T17:00"),
    ],
)
def test_a_first_request_in_time_has_the_limit_run_anew(accepted, travel, complete, due_at):
    travel("2026-11-23T09:00")
    row = ask(accepted)
    assert (row.due_at, row.late_request_count, last(row).detail["effect"]) == (None, 0, "restart")
    travel(complete)
    row = hand_in(row)
    assert (row.due_at, row.complete_at) == (moment(due_at), moment(complete))
    assert last(row).detail["due_at"] == row.due_at.isoformat()
    assert due_date_of(row, working_calendar()).moment == row.due_at


def test_a_late_request_pauses_and_is_counted(accepted, travel):
    travel("2026-11-27T09:00")
    row = ask(accepted, reason=WHY)
    assert (row.late_request_count, last(row).detail["effect"]) == (1, "pause")
    travel("2026-11-30T09:00")
    row = hand_in(row)
    assert (row.due_at, row.complete_at) == (moment("2026-12-01T17:00"), row.accepted_at)


def test_a_request_after_the_due_moment_leaves_it_overdue(accepted, travel):
    travel("2026-12-01T09:00")
    row = ask(accepted, reason=WHY)
    assert (row.due_at, last(row).detail["effect"]) == (moment("2026-11-30T17:00"), "nothing")
    travel("2026-12-03T09:00")
    assert hand_in(row).due_at == moment("2026-11-30T17:00")


def test_a_service_with_an_act_of_its_own_goes_on(travel):
    Holiday.objects.create(date=date(2026, 11, 24), name="Ngày Văn hóa Việt Nam", status="official")
    travel("2026-11-20T15:00")
    row = filed()
    page = ServicePage.objects.get(translation_key=row.service_key)
    ClockRow.objects.create(
        key=ClockKey.RESUME, value="continue", service=page, valid_from=date(2026, 1, 1), law="luat", article="7"
    )
    travel("2026-11-20T16:40")
    row = perform(row, "accept")
    travel("2026-11-23T09:00")
    row = ask(row)
    travel("2026-11-26T16:00")
    assert hand_in(row).due_at == moment("2026-12-02T17:00")


def test_a_dossier_accepted_before_the_change_goes_on_as_it_was_promised(accepted, travel):
    Submission.objects.filter(pk=accepted.pk).update(rule=BEFORE, rule_mark="")
    accepted.refresh_from_db()
    assert recount_dates() == 0
    travel("2026-11-23T09:00")
    row = ask(accepted)
    assert row.reply_due_at is None
    travel("2026-11-26T16:00")
    assert hand_in(row).due_at == moment("2026-12-02T17:00")


def test_a_corrected_rule_never_puts_a_promised_date_off(accepted, travel):
    travel("2026-11-23T09:00")
    row = perform(accepted, "ask_for_payment", detail={"amount": 50_000})
    travel("2026-11-25T09:00")
    row = perform(row, "pay", detail={"amount": 50_000, "receipt": "1"})
    assert row.due_at == moment("2026-12-01T17:00")
    set_clock(request_days=5)
    assert recount_dates() == 0
    set_clock(payment_pauses="no")
    assert recount_dates() == 1
    row.refresh_from_db()
    event = last(row)
    assert (row.due_at, event.move) == (moment("2026-11-30T17:00"), "recalculate")
    assert event.detail == {
        "was_due_at": moment("2026-12-01T17:00").isoformat(),
        "due_at": moment("2026-11-30T17:00").isoformat(),
    }
    assert Delivery.objects.filter(dedup_key__endswith=f"event:{event.pk}").exists()
    set_clock(payment_pauses="yes")
    assert recount_dates() == 0, "that would put it off again"
    row.refresh_from_db()
    assert row.due_at == moment("2026-11-30T17:00")


def test_another_time_to_look_at_filings_holds_at_once(travel):
    travel("2026-11-20T09:00")
    row = filed()
    set_clock(intake_hours=4)
    assert recount_dates() == 0
    row.refresh_from_db()
    assert row.intake_due_at == moment("2026-11-20T15:00")


def test_the_staff_close_what_was_not_answered(accepted, travel):
    travel("2026-11-23T09:00")
    row = ask(accepted)
    assert row.reply_due_at == moment("2026-12-08T17:00")
    travel("2026-12-09T07:00")
    assert time_out_requests() == 0
    set_clock(closing="automatic")
    assert time_out_requests() == 1
    row.refresh_from_db()
    assert row.state == State.STOPPED


def test_a_request_that_was_told_no_day_is_not_closed(accepted, travel):
    set_clock(closing="automatic")
    travel("2026-11-23T09:00")
    row = ask(accepted)
    Submission.objects.filter(pk=row.pk).update(reply_due_at=None)
    travel("2027-06-01T09:00")
    assert time_out_requests() == 0
