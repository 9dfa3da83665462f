"""Requests for papers under the rule, closing, extension, apology, the way to the competent agency, and their slips."""

from datetime import date

import pytest

from core.models import Holiday
from services.forms import actions
from services.forms.models import OfficerRole
from services.forms.rules.exceptions import Incomplete, NotAllowed, ReasonMissing
from services.forms.rules.workflow import IllegalTransition, State
from services.forms.slips.paper import slip_pdf
from services.forms.submissions.owner_status import status_lines
from tests.builders_clock import set_clock
from tests.builders_slips import extend, filed, kinds_of, perform, slips_of
from tests.builders_submissions import PAPER, make_file, make_filled_draft, make_officer, make_open_service
from tests.clocks import moment

pytestmark = pytest.mark.django_db

ONE_PAPER = {"papers": [{"question": PAPER, "reason": "Ảnh bị mờ, khó đọc"}]}
WHY = "Phát hiện thêm khi thẩm định hồ sơ"


@pytest.fixture
def accepted(travel):
    """Accepted on Friday 20 November at 16:40, five working days: due on Monday the 30th."""
    Holiday.objects.create(date=date(2026, 11, 24), name="Ngày Văn hóa Việt Nam", status="official")
    travel("2026-11-20T15:00")
    row = filed()
    travel("2026-11-20T16:40")
    return perform(row, "accept")


def ask(row, by=None, **told):
    return perform(row, "ask_for_papers", by, detail=ONE_PAPER, **told)


def hand_in(row):
    make_file(row)
    return actions.hand_in(submission=row, by=row.owner, revision=row.revision)


def apologise(row, by=None, **told):
    told = {"reason": "Phải lấy ý kiến cơ quan khác", "return_on": date(2026, 12, 4)} | told
    return actions.apologise_late(submission=row, by=by or make_officer(), revision=row.revision, **told)


def last(row):
    return row.events.order_by("-at", "-pk").first()


@pytest.mark.parametrize("role", [OfficerRole.ONE_STOP, OfficerRole.OFFICER, OfficerRole.HEAD])
def test_a_first_request_in_time_is_made_by_whoever_receives(accepted, travel, role):
    travel("2026-11-26T17:00")
    assert ask(accepted, make_officer(role=role)).state == State.SUPPLEMENT


@pytest.mark.parametrize("role", [OfficerRole.ONE_STOP, OfficerRole.OFFICER])
def test_a_late_request_needs_the_head_and_a_reason(accepted, travel, role):
    travel("2026-11-26T17:01")
    with pytest.raises(NotAllowed):
        ask(accepted, make_officer(role=role), reason=WHY)
    with pytest.raises(ReasonMissing):
        ask(accepted)
    assert last(ask(accepted, reason=WHY)).reason == WHY


def test_a_second_request_needs_them_too_before_and_after_acceptance(accepted, travel):
    travel("2026-11-23T09:00")
    early = ask(filed())
    row = hand_in(ask(accepted))
    for again in (row, hand_in(early)):
        with pytest.raises(NotAllowed):
            ask(again, make_officer(role=OfficerRole.OFFICER), reason=WHY)
        with pytest.raises(ReasonMissing):
            ask(again)
        assert ask(again, reason=WHY).supplement_count == 2


def test_a_limit_that_runs_anew_has_a_new_receipt_with_its_working(accepted, travel):
    travel("2026-11-23T09:00")
    row = ask(accepted)
    travel("2026-11-26T16:00:37")
    row = hand_in(row)
    assert row.complete_at == last(row).at
    assert kinds_of(row) == ["01", "02", "01"]
    slip = slips_of(row)[-1]
    assert slip.due_at == moment("2026-12-03T17:00")
    working = next(lines for name, lines in slip.payload["rows"] if name == "Cách tính")
    assert "Hồ sơ đầy đủ lúc 16:00, thứ Năm 26/11/2026: toàn bộ thời hạn được tính lại từ thời điểm này." in working
    asked = dict(slips_of(row)[1].payload["rows"])
    assert asked["Thời hạn giải quyết"] == ["Khi hồ sơ đầy đủ, toàn bộ thời hạn giải quyết được tính lại từ đầu."]


def test_a_limit_that_goes_on_has_no_new_receipt(accepted, travel):
    travel("2026-11-27T09:00")
    assert kinds_of(hand_in(ask(accepted, reason=WHY))) == ["01", "02"]


def test_a_date_is_put_off_until_the_end_of_the_day_before(accepted, travel):
    travel("2026-11-30T00:00")
    with pytest.raises(Incomplete) as refused:
        extend(accepted)
    assert "29/11/2026" in refused.value.errors["value"][0]
    travel("2026-11-29T23:59")
    assert extend(accepted).due_at == moment("2026-12-03T17:00")


@pytest.mark.parametrize("limit", [{"unit": "same_day"}, {"unit": "immediate"}, {"value": 24, "unit": "working_hour"}])
def test_limits_of_the_day_and_in_hours_are_not_put_off(travel, limit):
    travel("2026-11-20T09:00")
    draft = make_filled_draft(service=make_open_service(durations=[limit]))
    row = perform(actions.submit(submission=draft, by=draft.owner, revision=draft.revision, declared=True), "accept")
    with pytest.raises(Incomplete):
        extend(row)


def test_after_a_restart_it_is_put_off_from_its_new_date_unless_that_was_done(accepted, travel):
    travel("2026-11-23T08:00")
    row = extend(accepted)
    row = ask(row)
    travel("2026-11-26T09:00")
    row = hand_in(row)
    assert row.due_at == moment("2026-12-03T17:00"), "the extension is used up"
    with pytest.raises(Incomplete):
        extend(row)


def test_an_apology_names_a_new_day_and_leaves_it_overdue(accepted, travel):
    with pytest.raises(Incomplete):
        apologise(accepted)
    travel("2026-12-01T09:00")
    with pytest.raises(NotAllowed):
        apologise(accepted, make_officer(role=OfficerRole.OFFICER))
    with pytest.raises(ReasonMissing):
        apologise(accepted, reason=" ")
    for day in (None, date(2026, 11, 30), date(2026, 12, 5)):
        with pytest.raises(Incomplete):
            apologise(accepted, return_on=day)
    row = apologise(accepted)
    assert (row.due_at, row.apologised_at) == (moment("2026-11-30T17:00"), moment("2026-12-01T09:00"))
    assert [line.is_late for line in status_lines(row)] == [True]
    slip = slips_of(row)[-1]
    assert slip.kind == "04"
    assert dict(slip.payload["rows"])["Ngày hẹn mới"] == ["17:00, thứ Sáu 4/12/2026"]
    with pytest.raises(Incomplete):
        apologise(row)


def test_an_apology_after_an_extension_names_no_second_day(accepted, travel):
    travel("2026-11-27T09:00")
    row = extend(accepted)
    travel("2026-12-04T09:00")
    with pytest.raises(Incomplete):
        apologise(row, return_on=date(2026, 12, 11))
    row = apologise(row, return_on=None)
    assert "Ngày hẹn mới" not in dict(slips_of(row)[-1].payload["rows"])


def test_a_withdrawal_is_told_by_slip_05_and_refused_once_there_is_a_result(accepted):
    row = actions.withdraw(submission=accepted, by=accepted.owner, revision=accepted.revision)
    slip = slips_of(row)[-1]
    assert (slip.kind, slip.issued_by) == ("05", "")
    assert dict(slip.payload["rows"])["Lý do"] == ["Tổ chức, cá nhân đề nghị dừng giải quyết hồ sơ."]
    assert slip_pdf(slip)[:5] == b"%PDF-"
    officer = make_officer()
    done = perform(perform(filed(), "accept", officer), "begin", officer)
    done = perform(done, "resolve", officer, detail={"outcome": "granted"})
    with pytest.raises(IllegalTransition):
        actions.withdraw(submission=done, by=done.owner, revision=done.revision)


def test_a_refusal_after_appraisal_is_told_by_slip_03_and_says_how_to_object(accepted):
    officer = make_officer()
    row = perform(accepted, "begin", officer)
    row = perform(row, "resolve", officer, detail={"outcome": "refused"}, reason="Không đủ điều kiện theo quy định")
    assert kinds_of(row) == ["01", "03"]
    assert "Nếu không đồng ý" in dict(slips_of(row)[-1].payload["rows"])


@pytest.mark.parametrize(("asked", "kinds"), [({}, []), ({"detail": {"slip_asked": True}}, ["01"])])
def test_what_is_settled_at_once_has_no_receipt_unless_it_is_asked_for(travel, asked, kinds):
    travel("2026-11-20T09:00")
    draft = make_filled_draft(service=make_open_service(durations=[{"unit": "immediate"}]))
    row = actions.submit(submission=draft, by=draft.owner, revision=draft.revision, declared=True)
    assert kinds_of(perform(row, "accept", **asked)) == kinds


@pytest.mark.parametrize(
    ("at", "until"),
    [
        ("2026-11-20T15:00", "2026-11-20T17:00"),
        ("2026-11-20T15:01", "2026-11-23T07:00"),
        ("2026-11-21T09:00", "2026-11-23T07:00"),
    ],
)
def test_it_is_handed_on_the_same_day_or_after_the_hour_as_the_next_begins(travel, at, until):
    travel(at)
    row = perform(filed(), "accept")
    one_stop, officer = make_officer(role=OfficerRole.ONE_STOP), make_officer(role=OfficerRole.OFFICER)
    with pytest.raises(IllegalTransition):
        actions.receive(submission=row, by=officer, revision=row.revision)
    row = actions.forward(submission=row, by=one_stop, revision=row.revision)
    assert last(row).detail["forward_until"] == moment(until).isoformat()
    with pytest.raises(IllegalTransition):
        actions.forward(submission=row, by=one_stop, revision=row.revision)
    with pytest.raises(NotAllowed):
        actions.receive(submission=row, by=one_stop, revision=row.revision)
    row = actions.receive(submission=row, by=officer, revision=row.revision)
    assert (row.handed_on_at, row.received_at) == (moment(at), moment(at))


def test_the_staff_of_the_counter_close_it_when_the_day_is_over(accepted, travel):
    one_stop = make_officer(role=OfficerRole.ONE_STOP)
    travel("2026-11-23T09:00")
    row = ask(accepted)
    travel("2026-12-08T23:59")
    with pytest.raises(IllegalTransition):
        perform(row, "stop_late", one_stop, reason=WHY)
    travel("2026-12-09T07:00")
    row = perform(row, "stop_late", one_stop, reason=WHY)
    assert (row.state, kinds_of(row)[-1]) == (State.STOPPED, "05")


def test_a_request_without_a_day_is_not_closed_by_the_staff_either(accepted, travel):
    set_clock(reply_days=None)
    travel("2026-11-20T17:30")
    row = ask(perform(filed(), "accept"))
    travel("2027-06-01T09:00")
    with pytest.raises(IllegalTransition):
        perform(row, "stop_late", reason=WHY)
