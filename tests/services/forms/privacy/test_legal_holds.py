"""A legal hold is placed with a reason, keeps a dossier, and is released."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from services.forms import actions
from services.forms.models import AuditEntry, LegalHold, Submission
from services.forms.privacy import erasure, retention
from services.forms.rules.exceptions import Incomplete, NotAllowed, ReasonMissing
from services.forms.rules.workflow import State
from tests.builders_submissions import make_citizen, make_draft, make_officer, make_submission

pytestmark = [pytest.mark.clock, pytest.mark.django_db]


def over(state=State.WITHDRAWN):
    dossier = make_submission(state)
    Submission.objects.filter(pk=dossier.pk).update(closed_at=timezone.now() - timedelta(days=6 * 366))
    return dossier


def test_a_hold_stops_retention_until_it_is_released():
    dossier, officer = over(), make_officer()
    actions.hold(submission=dossier, by=officer, reason="Đơn khiếu nại số 12")
    assert (retention.apply_retention().held, Submission.objects.count()) == (1, 1)
    hold = LegalHold.objects.get()
    assert (hold.reason, hold.placed_by, hold.released_at) == ("Đơn khiếu nại số 12", officer, None)
    actions.release(submission=dossier, by=officer)
    hold.refresh_from_db()
    assert hold.released_by == officer
    assert (retention.apply_retention().dossiers, Submission.objects.count()) == (1, 0)
    acts = AuditEntry.objects.filter(actor_id=officer.pk).values_list("action", flat=True)
    assert list(acts) == ["submission.hold", "submission.release"]


def test_a_hold_placed_after_the_listing_and_before_the_lock_stops_the_removal(monkeypatch):
    """It leaves the revision as it was: the lock itself must look at the hold."""
    dossier = over()
    listed = list(retention._over(timezone.now()))
    assert [row.pk for row in listed] == [dossier.pk]
    monkeypatch.setattr(retention, "_over", lambda now: listed)
    actions.hold(submission=dossier, by=None, reason="Đơn khiếu nại số 12")
    assert retention.apply_retention() == retention.Removed(drafts=0, dossiers=0, held=0)
    assert Submission.objects.filter(pk=dossier.pk).exists()


@pytest.mark.parametrize("of_ended", ["remove", "anonymise"])
def test_a_hold_placed_after_the_plan_stops_the_erasing_of_that_dossier(settings, of_ended):
    settings.ERASURE_OF_ENDED = of_ended
    dossier = make_submission(State.WITHDRAWN)
    person, answers = dossier.owner, dossier.answers
    [planned] = erasure.plan(person)
    assert planned.fate is not erasure.Fate.KEPT_ON_HOLD
    actions.hold(submission=dossier, by=None, reason="Đơn khiếu nại số 12")
    [settled] = erasure.erase_person(person, by=None)
    assert settled.fate is erasure.Fate.KEPT_ON_HOLD
    dossier.refresh_from_db()
    assert dossier.answers == answers


def test_twice_is_once_and_a_new_one_follows_a_released_one():
    dossier = make_submission()
    first = actions.hold(submission=dossier, by=None, reason="Một")
    assert actions.hold(submission=dossier, by=None, reason="Hai") == first
    actions.release(submission=dossier, by=None)
    actions.release(submission=dossier, by=None)
    assert actions.hold(submission=dossier, by=None, reason="Ba") != first
    assert AuditEntry.objects.filter(action="submission.release").count() == 1


def test_it_needs_a_reason_a_dossier_and_somebody_who_may():
    dossier = make_submission()
    with pytest.raises(ReasonMissing):
        actions.hold(submission=dossier, by=None, reason="  ")
    with pytest.raises(Incomplete):
        actions.hold(submission=dossier, by=None, reason="Đơn khiếu nại " * 30)
    with pytest.raises(CommandError, match="300"):
        call_command("hold_submission", dossier.code, reason="Đơn khiếu nại " * 30)
    with pytest.raises(NotAllowed):
        actions.hold(submission=make_draft(), by=None, reason="x")
    for by in (dossier.owner, make_citizen()):
        with pytest.raises(NotAllowed):
            actions.hold(submission=dossier, by=by, reason="x")
        with pytest.raises(NotAllowed):
            actions.release(submission=dossier, by=by)
    assert not LegalHold.objects.exists()


def test_the_revision_somebody_has_before_him_stays_good():
    dossier = make_submission()
    actions.hold(submission=dossier, by=None, reason="x")
    withdrawn = actions.withdraw(submission=dossier, by=dossier.owner, revision=dossier.revision)
    assert withdrawn.state == State.WITHDRAWN


def test_the_command_places_and_releases(capsys):
    dossier = make_submission()
    with pytest.raises(CommandError, match="--reason"):
        call_command("hold_submission", dossier.code)
    with pytest.raises(CommandError, match="no such dossier"):
        call_command("hold_submission", "H56-000000-0000", "--reason", "x")
    with pytest.raises(CommandError, match="may not"):
        call_command("hold_submission", dossier.code, "--reason", "x", "--by", make_citizen().email)
    call_command("hold_submission", dossier.code.lower(), "--reason", "x")
    dossier.refresh_from_db()
    assert dossier.legal_hold
    call_command("hold_submission", dossier.code, "--release")
    dossier.refresh_from_db()
    assert not dossier.legal_hold
    assert capsys.readouterr().out.splitlines() == [f"{dossier.code}: on hold", f"{dossier.code}: released"]
