"""Who did or read what leaves a line in the audit, and no line holds words."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from services.forms import actions
from services.forms.audit import audit_log
from services.forms.models import AuditEntry, Submission
from services.forms.privacy import retention
from services.forms.rules.workflow import Actor, IllegalTransition, State
from services.forms.uploads.taking import take
from tests.builders_accounts import PASSWORD, confirm_again, log_in
from tests.builders_accounts import make_citizen as make_account
from tests.builders_submissions import PAPER, make_citizen, make_draft, make_filled_draft, make_officer, make_submission
from tests.services.forms.views.filing import pdf

pytestmark = pytest.mark.django_db


def told(submission=None):
    lines = AuditEntry.objects.filter(submission_id=submission.pk) if submission else AuditEntry.objects.all()
    return [line.action.partition(".")[2] for line in lines]


def test_every_move_leaves_a_line_with_who_what_and_in_what_capacity():
    officer = make_officer()
    dossier = make_submission(State.HANDED_OVER, officer=officer)
    assert told(dossier) == ["begin", "file", "accept", "begin", "resolve", "hand_over"]
    line = AuditEntry.objects.get(action="submission.accept")
    assert (line.actor_id, line.code) == (officer.pk, dossier.code)
    assert line.detail == {"from": State.FILED, "to": State.ACCEPTED, "role": "officer"}


def test_withdrawal_reply_new_code_and_removal_leave_lines():
    asked, draft = make_submission(State.SUPPLEMENT), make_draft()
    actions.issue_tracking_code(submission=asked, by=asked.owner, revision=asked.revision)
    asked.refresh_from_db()
    actions.withdraw(submission=asked, by=asked.owner, revision=asked.revision)
    assert told(asked)[-2:] == ["issue_new_pin", "withdraw"]
    key = draft.pk
    actions.remove_draft(submission=draft, by=draft.owner, revision=draft.revision)
    assert told(Submission(pk=key)) == ["begin", "remove_draft"]


def test_a_move_that_fails_leaves_none():
    dossier, officer = make_submission(), make_officer()
    before = told()
    with pytest.raises(IllegalTransition):
        actions.perform_transition(
            submission=dossier, name="hand_over", by=officer, role=Actor.OFFICER, revision=dossier.revision
        )
    assert told() == before


@pytest.mark.clock
def test_retention_tells_what_it_removed():
    gone = make_submission(State.WITHDRAWN)
    long_ago = timezone.now() - timedelta(days=6 * 366)
    Submission.objects.filter(pk=gone.pk).update(closed_at=long_ago, changed_at=long_ago)
    retention.apply_retention()
    line = AuditEntry.objects.order_by("pk").last()
    assert (line.action, line.submission_id, line.code, line.actor_id) == (
        "submission.retention",
        gone.pk,
        gone.code,
        None,
    )


def test_a_download_is_told_and_the_own_page_is_not():
    draft = make_filled_draft()
    file = take(draft, PAPER, pdf(), by=draft.owner)
    client = Client()
    client.force_login(draft.owner)
    assert client.get(reverse("submission", args=[draft.pk])).status_code == 200
    assert told(draft) == ["begin"]
    answer = client.get(reverse("submission_file", args=[draft.pk, file.pk]))
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    line = AuditEntry.objects.get(action="file.download")
    assert (line.actor_id, line.detail) == (draft.owner_id, {"file": str(file.pk)})
    assert line.request_id == answer.headers["X-Request-ID"]


def test_somebody_elses_look_is_told():
    dossier, officer = make_submission(), make_officer()
    audit_log.read(reader=dossier.owner, submission=dossier)
    audit_log.read(reader=officer, submission=dossier, what="file")
    line = AuditEntry.objects.get(action="submission.read")
    assert (line.actor_id, line.submission_id, line.detail) == (officer.pk, dossier.pk, {"what": "file"})


def test_taking_ones_data_and_closing_the_account_are_told(client):
    citizen = make_account()
    log_in(client, citizen, PASSWORD)
    confirm_again(client)
    client.get(reverse("account_export"))
    assert AuditEntry.objects.get(action="account.export").actor_id == citizen.pk
    client.post(reverse("account_close"), {"sure": "on"})
    citizen.refresh_from_db()
    assert not citizen.is_active
    assert AuditEntry.objects.get(action="account.close").actor_id == citizen.pk


@pytest.mark.parametrize("words", ["Nguyễn Thị Hoa", "a b", "hoa@example.vn", "", "x" * 81, "a\nb", "a\x00"])
def test_words_are_refused(words):
    citizen = make_citizen()
    for detail in ({"what": words}, {words: 1}, {"list": [{"what": words}]}):
        with pytest.raises(ValueError, match="never words"):
            audit_log.record(actor=citizen, action="x.y", detail=detail)
    with pytest.raises(ValueError, match="never words"):
        audit_log.record(actor=citizen, action=words)
    assert not told()


def test_other_values_are_refused_and_codes_come_back_as_they_were():
    with pytest.raises(TypeError):
        audit_log.record(actor=None, action="x.y", detail={"share": 0.5})
    key = uuid4()
    audit_log.record(actor=None, action="x.y", detail={"a": [1, True, None, "b-1"], "c": {"d": key}})
    assert AuditEntry.objects.get().detail == {"a": [1, True, None, "b-1"], "c": {"d": str(key)}}


def test_lines_are_never_changed_or_removed_by_our_own_code():
    audit_log.record(actor=None, action="x.y")
    line = AuditEntry.objects.get()
    for act in (line.delete, AuditEntry.objects.all().delete, lambda: AuditEntry.objects.update(action="z")):
        with pytest.raises(TypeError):
            act()
