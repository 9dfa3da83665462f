"""The date of a dossier through its life: acceptance, pauses, an extension, another calendar."""

import pytest
from django.core import mail

from core.calendars import working_calendar
from outbox.models import Delivery
from outbox.worker import deliver_next
from services.forms import actions
from services.forms.models import OfficerRole, Submission
from services.forms.routines.deadlines import time_out_requests
from services.forms.rules.exceptions import Incomplete, NotAllowed, ReasonMissing, StaleRevision
from services.forms.rules.workflow import Actor, IllegalTransition, State
from services.forms.submissions.due_dates import due_date_of
from tests.builders_clock import close_automatically, set_clock
from tests.builders_submissions import PAPER, make_file, make_filled_draft, make_officer, make_open_service
from tests.clocks import moment

pytestmark = pytest.mark.django_db

FIVE_DAYS = {"value": 5, "unit": "working_day"}
PAPERS = {"papers": [{"question": PAPER, "reason": "Ảnh bị mờ, khó đọc"}]}


def filed(*limits, **fields):
    service = make_open_service(durations=list(limits or (FIVE_DAYS,)))
    draft = make_filled_draft(service=service, **fields)
    return actions.submit(submission=draft, by=draft.owner, revision=draft.revision, declared=True)


def perform(row, name, by=None, **told):
    by = by or make_officer()
    return actions.perform_transition(
        submission=row, name=name, by=by, role=Actor.OFFICER, revision=row.revision, **told
    )


def extend(row, by=None, **told):
    told = {"value": 3, "unit": "working_day", "reason": "Phải lấy ý kiến cơ quan khác"} | told
    return actions.extend(submission=row, by=by or make_officer(), revision=row.revision, **told)


def last(row):
    return row.events.order_by("-at", "-pk").first()


def test_a_filing_is_looked_at_within_eight_working_hours(travel):
    travel("2026-11-20T16:00")
    row = filed()
    assert (row.due_at, row.intake_due_at) == (None, moment("2026-11-23T16:00"))
    travel("2026-11-23T09:00")
    assert perform(row, "accept").intake_due_at is None


def test_the_limit_and_the_date_are_settled_at_acceptance(travel):
    travel("2026-11-20T15:00")
    row = filed()
    travel("2026-11-20T16:40")
    row = perform(row, "accept")
    assert row.due_at == moment("2026-11-27T17:00")
    assert (row.limit["value"], row.limit["unit"]) == (5, "working_day")
    assert last(row).detail["due_at"] == row.due_at.isoformat()


def test_without_a_known_limit_there_is_no_date(travel):
    travel("2026-11-20T15:00")
    service = make_open_service()
    draft = make_filled_draft(service=service)
    row = actions.submit(submission=draft, by=draft.owner, revision=draft.revision, declared=True)
    row = perform(row, "accept")
    assert (row.limit, row.due_at) == (None, None)
    with pytest.raises(Incomplete):
        extend(row)


def test_the_clock_stands_while_papers_are_awaited_and_the_date_moves_by_just_that(travel):
    """Where an act about a field says that the limit goes on."""
    set_clock(resume="continue")
    travel("2026-11-20T09:00")
    row = perform(filed(), "accept")
    travel("2026-11-24T10:00")
    row = perform(row, "ask_for_papers", detail=PAPERS)
    assert (row.due_at, row.supplement_count) == (None, 1)
    travel("2026-11-26T10:00")
    make_file(row)
    row = actions.hand_in(submission=row, by=row.owner, revision=row.revision)
    assert row.due_at == moment("2026-12-01T17:00")
    calendar = working_calendar()
    assert due_date_of(row, calendar).moment == row.due_at
    row = perform(row, "ask_for_payment", detail={"amount": 50_000})
    travel("2026-11-27T10:00")
    row = perform(row, "pay", detail={"amount": 50_000, "receipt": "1"})
    assert row.due_at == moment("2026-12-02T17:00")


def test_a_request_before_acceptance_pauses_nothing_and_the_office_gets_its_hours_anew(travel):
    travel("2026-11-20T09:00")
    row = perform(filed(), "ask_for_papers", detail=PAPERS)
    assert (row.intake_due_at, row.supplement_count) == (None, 1)
    travel("2026-11-26T07:00")
    make_file(row)
    row = actions.hand_in(submission=row, by=row.owner, revision=row.revision)
    assert row.intake_due_at == moment("2026-11-26T17:00")
    assert perform(row, "accept").due_at == moment("2026-12-03T17:00")


def test_where_several_limits_may_hold_the_officer_says_which(travel):
    travel("2026-11-20T09:00")
    row = filed({**FIVE_DAYS, "case": "Cấp mới"}, {"value": 10, "unit": "working_day", "case": "Cấp lại"})
    with pytest.raises(Incomplete) as refused:
        perform(row, "accept")
    assert list(refused.value.errors) == ["limit"]
    with pytest.raises(Incomplete):
        perform(row, "accept", limit=7)
    assert Submission.objects.get(pk=row.pk).state == State.FILED
    assert perform(row, "accept", limit=1).due_at == moment("2026-12-04T17:00")


def test_money_before_acceptance_asks_for_the_limit_too(travel):
    travel("2026-11-20T09:00")
    row = filed({**FIVE_DAYS, "case": "Cấp mới"}, {"value": 10, "unit": "working_day", "case": "Cấp lại"})
    officer = make_officer()
    row = perform(row, "ask_for_payment", officer, detail={"amount": 1})
    paid = {"submission": row, "by": officer, "revision": row.revision, "amount": 1, "receipt": "7"}
    with pytest.raises(Incomplete):
        actions.record_payment(**paid)
    assert actions.record_payment(**paid, limit=0).due_at == moment("2026-11-27T17:00")


def test_the_case_that_was_chosen_at_filing_settles_the_limit(travel):
    travel("2026-11-20T09:00")
    row = filed({**FIVE_DAYS, "case": "new"}, {"value": 10, "unit": "working_day", "case": "again"})
    assert perform(row, "accept").limit["case"] == "new"


def test_a_decision_keeps_its_moment_and_outcome_and_the_date_it_was_due(travel):
    travel("2026-11-20T09:00")
    officer = make_officer()
    row = perform(perform(filed(), "accept", officer), "begin", officer)
    travel("2026-11-25T09:00")
    row = perform(row, "resolve", officer, detail={"outcome": "granted"})
    assert (row.outcome, row.resolved_at) == ("granted", moment("2026-11-25T09:00"))
    assert row.due_at == moment("2026-11-27T17:00")


def test_a_head_puts_the_date_off_once_with_a_reason_and_the_citizen_is_told(travel):
    travel("2026-11-20T09:00")
    row = perform(filed(), "accept")
    with pytest.raises(ReasonMissing):
        extend(row, reason=" ")
    row = extend(row)
    assert row.due_at == moment("2026-12-02T17:00")
    event = last(row)
    assert event.detail["was_due_at"] == moment("2026-11-27T17:00").isoformat()
    assert Delivery.objects.filter(dedup_key__endswith=f"event:{event.pk}").exists()
    with pytest.raises(Incomplete):
        extend(row)


def test_an_extension_comes_too_late_once_the_day_has_come(travel):
    travel("2026-11-20T09:00")
    row = perform(filed(), "accept")
    travel("2026-12-10T09:00")
    for value in (2, 10):
        with pytest.raises(Incomplete):
            extend(row, value=value)


@pytest.mark.parametrize("told", [{"value": 0}, {"value": 366}, {"value": -1}, {"unit": "month"}, {"unit": "?"}])
def test_an_extension_is_a_sane_number_of_hours_or_days(travel, told):
    travel("2026-11-20T09:00")
    row = perform(filed(), "accept")
    with pytest.raises(Incomplete):
        extend(row, **told)


def test_only_heads_put_dates_off_and_nobody_without_having_seen_the_dossier(travel):
    travel("2026-11-20T09:00")
    row = perform(filed(), "accept")
    for role in (OfficerRole.OFFICER, OfficerRole.ONE_STOP, OfficerRole.SUPERVISOR):
        with pytest.raises(NotAllowed):
            extend(row, make_officer(role=role))
    with pytest.raises(StaleRevision):
        actions.extend(
            submission=row, by=make_officer(), revision=row.revision - 1, value=1, unit="working_day", reason="x"
        )


def test_a_standing_clock_is_not_put_off(travel):
    travel("2026-11-20T09:00")
    row = perform(perform(filed(), "accept"), "ask_for_papers", detail=PAPERS)
    with pytest.raises(IllegalTransition):
        extend(row)


def test_a_reply_is_awaited_until_the_day_that_was_said(travel):
    close_automatically(10)
    travel("2026-11-20T09:00")
    asked = perform(perform(filed(), "accept"), "ask_for_papers", detail=PAPERS)
    early = perform(filed(), "ask_for_papers", detail=PAPERS)
    assert asked.reply_due_at == moment("2026-11-30T17:00")
    assert last(asked).detail["reply_until"] == asked.reply_due_at.isoformat()
    travel("2026-11-30T17:00")
    assert time_out_requests() == 0
    travel("2026-12-01T07:00")
    assert time_out_requests() == 2
    for row, state, name in ((asked, State.STOPPED, "stop"), (early, State.NOT_ACCEPTED, "refuse_late")):
        row.refresh_from_db()
        event = last(row)
        assert (row.state, row.reply_due_at, event.move, event.actor) == (state, None, name, None)
        assert "30/11/2026" in event.reason
        assert Delivery.objects.filter(dedup_key__endswith=f"event:{event.pk}").exists()
    assert time_out_requests() == 0


def test_without_the_setting_a_request_waits_for_ever_and_a_hold_stops_the_time_out(travel):
    close_automatically(None)
    travel("2026-11-20T09:00")
    row = perform(perform(filed(), "accept"), "ask_for_papers", detail=PAPERS)
    assert row.reply_due_at is None
    close_automatically(1)
    held = perform(perform(filed(), "accept"), "ask_for_papers", detail=PAPERS)
    actions.hold(submission=held, by=make_officer(), reason="Khiếu nại")
    travel("2030-01-02T09:00")
    assert time_out_requests() == 0


def sent_at(travel, text):
    """The subjects of the mails that go out at that time."""
    travel(text)
    mail.outbox.clear()
    while deliver_next():
        pass
    return [letter.subject for letter in mail.outbox]


@pytest.mark.parametrize("is_answered", [False, True])
def test_a_request_is_brought_to_mind_three_days_before_its_end_unless_it_was_answered(travel, is_answered):
    close_automatically(10)
    travel("2026-11-20T09:00")
    row = perform(perform(filed(), "accept"), "ask_for_papers", detail=PAPERS)
    assert not any("Nhắc lại" in subject for subject in sent_at(travel, "2026-11-27T16:59"))
    if is_answered:
        make_file(row)
        actions.hand_in(submission=row, by=row.owner, revision=row.revision)
    reminded = [subject for subject in sent_at(travel, "2026-11-27T17:01") if "Nhắc lại" in subject]
    assert len(reminded) == (not is_answered)
    if reminded:
        assert "17:00 ngày 30/11/2026" in mail.outbox[-1].body
    assert sent_at(travel, "2026-11-29T09:00") == []


def test_a_short_time_for_the_reply_needs_no_reminder(travel):
    close_automatically(5)
    travel("2026-11-20T09:00")
    perform(perform(filed(), "accept"), "ask_for_papers", detail=PAPERS)
    sent_at(travel, "2026-11-20T09:01")
    assert sent_at(travel, "2026-11-25T16:00") == []
