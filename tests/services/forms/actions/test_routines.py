"""The routines of the worker around dates: what happens while they run, and what one dossier does to the others."""

from datetime import date

import pytest

from core.models import Holiday
from outbox.models import Delivery
from services.forms import actions
from services.forms.models import Attachment, AttachmentState, Submission
from services.forms.routines import deadlines
from services.forms.routines.deadlines import recount_dates, time_out_requests
from services.forms.rules.workflow import State
from tests.builders_clock import close_automatically
from tests.builders_slips import filed, perform
from tests.builders_submissions import PAPER, make_file, make_officer
from tests.clocks import moment

pytestmark = pytest.mark.django_db

PAPERS = {"papers": [{"question": PAPER, "reason": "Ảnh bị mờ, khó đọc"}]}


def make_day_off() -> Holiday:
    return Holiday.objects.create(date=date(2026, 11, 25), name="Ngày nghỉ", status="official")


@pytest.fixture
def asked(travel):
    """Papers were asked for; they are to be handed in until Monday 30 November, 17:00."""
    close_automatically(10)
    travel("2026-11-20T09:00")
    return perform(perform(filed(), "accept"), "ask_for_papers", detail=PAPERS)


def test_papers_may_be_handed_in_until_the_day_that_was_named_is_over(asked, travel):
    """A short message names the day alone, and the reason of a time-out as well."""
    travel("2026-11-30T23:59")
    assert time_out_requests() == 0
    travel("2026-12-01T00:00")
    assert time_out_requests() == 1


def test_nobody_is_timed_out_while_the_portal_is_still_checking_his_papers(asked, travel):
    """Until then they cannot be sent: that is the fault of the portal."""
    paper = make_file(asked, state=AttachmentState.PENDING)
    travel("2026-12-02T09:00")
    assert time_out_requests() == 0
    Attachment.objects.filter(pk=paper.pk).update(state=AttachmentState.CLEAN)
    assert time_out_requests() == 1


def between(monkeypatch, act):
    """`act` happens after the routine has read its list and before it ends the first dossier."""
    listed = deadlines._lean

    def read(rows):
        found = list(listed(rows))
        act()
        return found

    monkeypatch.setattr(deadlines, "_lean", read)


def test_a_hold_placed_while_the_routine_runs_stops_the_time_out(asked, travel, monkeypatch):
    travel("2026-12-02T09:00")
    between(monkeypatch, lambda: actions.hold(submission=asked, by=make_officer(), reason="Khiếu nại"))
    assert time_out_requests() == 0
    assert Submission.objects.get(pk=asked.pk).state == State.SUPPLEMENT


@pytest.mark.parametrize("routine", [recount_dates, time_out_requests])
def test_a_dossier_that_goes_while_a_routine_runs_keeps_it_from_no_other(routine, asked, travel, monkeypatch):
    day_off = make_day_off()
    other = perform(perform(filed(), "accept"), "ask_for_papers", detail=PAPERS)
    in_work = perform(filed(), "accept")
    travel("2026-12-02T09:00")
    day_off.delete()
    between(monkeypatch, lambda: Submission.objects.filter(pk=asked.pk).delete())
    assert routine() == 1
    moved = {recount_dates: in_work, time_out_requests: other}[routine]
    assert Submission.objects.get(pk=moved.pk).revision > moved.revision


def test_one_dossier_that_cannot_be_counted_keeps_no_other_from_it_and_is_told(travel):
    travel("2026-11-20T09:00")
    day_off = make_day_off()
    broken, sound = perform(filed(), "accept"), perform(filed(), "accept")
    Submission.objects.filter(pk=broken.pk).update(limit={"value": "năm", "unit": "working_day"})
    day_off.delete()
    with pytest.raises(TypeError):
        recount_dates()
    sound.refresh_from_db()
    assert sound.due_at == moment("2026-11-27T17:00")


def test_a_transition_before_the_routine_runs_changes_no_date_silently(travel):
    travel("2026-11-20T09:00")
    day_off = make_day_off()
    row = perform(filed(), "accept")
    day_off.delete()
    row = perform(row, "begin")
    assert row.due_at == moment("2026-11-27T17:00")
    told, begun = row.events.order_by("pk")[2:]
    assert (told.move, begun.move) == ("recalculate", "begin")
    assert told.detail["was_due_at"] == moment("2026-11-30T17:00").isoformat()
    assert Delivery.objects.filter(dedup_key__endswith=f"event:{told.pk}").exists()
    assert recount_dates() == 0
