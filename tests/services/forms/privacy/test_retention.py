"""How long things are kept: reminders, retention, closed accounts, the copy a person may take."""

import io
import json
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from fpdf import FPDF

from accounts.closing import close_account
from accounts.exports import everything_about
from core.addresses import absolute
from core.models import KeptPost
from outbox.models import Delivery
from services.forms import actions
from services.forms.messages import notifications
from services.forms.models import Attachment, Submission, Tombstone
from services.forms.privacy import retention
from services.forms.routines.reminders import due_reminder, send_reminders
from services.forms.rules.workflow import ENDED, State
from services.forms.uploads import storage
from services.forms.uploads.taking import take
from tests.builders_submissions import ANSWERS, PAPER, make_citizen, make_file, make_filled_draft, make_submission

pytestmark = [pytest.mark.clock, pytest.mark.django_db]

CANARY = "CHIM-HOANG-YEN-7431"
NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


def days_ago(submission, days, **columns):
    """Make it as if it had been changed (and ended) so many days ago."""
    moment = timezone.now() - timedelta(days=days)
    ended = {"closed_at": moment} if submission.has_ended else {}
    Submission.objects.filter(pk=submission.pk).update(changed_at=moment, **ended, **columns)
    return submission


@pytest.mark.parametrize(
    ("days", "reminded_days_ago", "due"),
    [
        (0, None, None),
        (22, None, None),
        (23, None, 7),
        (23, 0, None),
        (27, 4, None),
        (28, 5, 2),
        (28, None, 2),
        (29, 1, None),
        (30, None, None),
        (40, 40, None),
    ],
)
def test_a_draft_is_reminded_of_seven_and_two_days_before_its_end(days, reminded_days_ago, due):
    reminded_at = None if reminded_days_ago is None else NOW - timedelta(days=reminded_days_ago)
    assert due_reminder(NOW - timedelta(days=days), reminded_at, NOW) == due


def test_each_reminder_is_sent_once_with_the_way_back():
    draft = days_ago(make_filled_draft(), 24)
    assert (send_reminders(), send_reminders()) == (1, 0)
    days_ago(draft, 28)
    assert (send_reminders(), send_reminders()) == (1, 0)
    assert Submission.objects.get().revision == draft.revision, "a reminder is no change"
    for delivery in Delivery.objects.all():
        notifications.send(delivery.payload)
    assert [sent.subject for sent in mail.outbox] == ["Bạn có một hồ sơ chưa nộp"] * 2
    assert absolute(reverse("submission", args=[draft.pk])) in mail.outbox[0].body
    assert "CHƯA ĐƯỢC NỘP" in mail.outbox[0].body
    assert ANSWERS["full_name"] not in mail.outbox[0].body


def test_nobody_is_reminded_of_what_was_changed_or_sent_meanwhile():
    draft = days_ago(make_filled_draft(), 24)
    send_reminders()
    actions.save_step(submission=draft, by=draft.owner, step="owner", answers=ANSWERS, revision=draft.revision)
    notifications.send(Delivery.objects.get().payload)
    assert mail.outbox == []
    days_ago(make_submission(), 24)
    assert send_reminders() == 0


def test_drafts_go_after_thirty_days_without_a_change_and_leave_nothing():
    days_ago(make_filled_draft(), 29)
    gone = days_ago(make_filled_draft(), 30)
    assert retention.apply_retention().drafts == 1
    assert not Submission.objects.filter(pk=gone.pk).exists()
    assert Submission.objects.count() == 1
    assert not Tombstone.objects.exists()


@pytest.mark.parametrize("state", [state for state in State if state not in (State.DRAFT, *ENDED)])
def test_what_has_not_ended_is_kept_however_old(state):
    days_ago(make_submission(state), 10_000)
    assert retention.apply_retention() == retention.Removed(0, 0, 0)
    assert Submission.objects.count() == 1


@pytest.mark.parametrize("state", sorted(ENDED))
def test_what_has_ended_goes_after_its_years_and_leaves_a_tombstone(state):
    submission = days_ago(make_submission(state), 6 * 366)
    assert retention.apply_retention().dossiers == 1
    assert not Submission.objects.exists()
    stone = Tombstone.objects.get()
    assert (stone.state, stone.agency_name, stone.service_key) == (state, "Sở Xây dựng", submission.service_key)
    assert stone.filed_on == timezone.localdate(submission.filed_at)
    assert stone.outcome == ("granted" if state == State.HANDED_OVER else "")


def test_years_are_set_for_all_for_a_state_or_for_a_service(settings):
    submission = days_ago(make_submission(State.WITHDRAWN), 2 * 366)
    assert retention.apply_retention(dry_run=True).dossiers == 0
    settings.RETENTION_YEARS_BY_STATE = {State.WITHDRAWN: 1}
    assert retention.apply_retention(dry_run=True).dossiers == 1
    settings.RETENTION_YEARS_BY_SERVICE = {submission.procedure_code: 20}
    assert retention.apply_retention(dry_run=True).dossiers == 0


def test_the_years_of_a_leap_day_end_in_february():
    submission = Submission(state=State.WITHDRAWN, closed_at=datetime(2024, 2, 29, 1, tzinfo=UTC))
    assert retention.kept_until(submission) == datetime(2029, 2, 28, 1, tzinfo=UTC)


def test_a_legal_hold_keeps_everything():
    days_ago(make_submission(State.WITHDRAWN), 6 * 366, legal_hold=True)
    days_ago(make_filled_draft(), 60, legal_hold=True)
    assert retention.apply_retention() == retention.Removed(0, 0, 2)
    assert Submission.objects.count() == 2


def test_a_dry_run_counts_and_removes_nothing(capsys):
    days_ago(make_submission(State.WITHDRAWN), 6 * 366)
    days_ago(make_filled_draft(), 60)
    call_command("retention", "--dry-run")
    assert capsys.readouterr().out.splitlines()[:2] == ["drafts would go: 1", "dossiers would go: 1"]
    assert Submission.objects.count() == 2
    call_command("retention")
    assert Submission.objects.count() == 0


def test_not_one_byte_is_left(settings, tmp_path, django_capture_on_commit_callbacks):
    settings.PRIVATE_ROOT = str(tmp_path)
    submission = filed_with_canaries()
    assert CANARY in dump()
    days_ago(submission, 6 * 366)
    with django_capture_on_commit_callbacks(execute=True):
        retention.apply_retention()
    assert CANARY not in dump()
    without_audit = dump(without="service_forms_audit")  # which says what was removed, by its number alone
    assert not [number for number in (str(submission.pk), submission.pk.hex) if number in without_audit]
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def filed_with_canaries():
    """A withdrawn dossier with the canary in an answer, a file name, a reason, an unsent form; and a file."""
    draft = make_filled_draft()
    Attachment.objects.all().delete()
    answers = {"full_name": CANARY, "case": "new"}
    draft = actions.save_step(submission=draft, by=draft.owner, step="owner", answers=answers, revision=draft.revision)
    sheet = FPDF()
    sheet.add_page()
    pdf = bytes(sheet.output())
    take(draft, PAPER, SimpleUploadedFile(f"{CANARY}.pdf", pdf), by=draft.owner)
    path = f"/ho-so/{draft.pk}/buoc/owner/"
    KeptPost.objects.create(owner=f"person:{draft.owner_id}", path=path, data={"full_name": [CANARY]})
    filed = actions.submit(submission=draft, by=draft.owner, revision=draft.revision, declared=True)
    assert list(storage.files())
    return actions.withdraw(submission=filed, by=filed.owner, revision=filed.revision, reason=CANARY)


def dump(without="-"):
    """Every row of every table of forms and of the outbox, as text, but for tables that begin so."""
    tables = [
        name
        for name in connection.introspection.table_names()
        if name.startswith(("service_forms", "outbox", "core_keptpost"))
    ]
    tables = [name for name in tables if not name.startswith(without)]
    text = io.StringIO()
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 (a name the database itself gave)
            text.writelines(repr(row) for row in cursor.fetchall())
    return text.getvalue()


def test_closing_an_account_takes_the_drafts_and_keeps_what_was_filed():
    owner = make_citizen()
    draft, filed = make_filled_draft(owner), make_submission(owner=owner)
    other = make_filled_draft()
    close_account(owner)
    assert set(Submission.objects.all()) == {filed, other}
    assert not Attachment.objects.filter(submission_id=draft.pk).exists()
    filed.refresh_from_db()
    assert (filed.state, filed.owner.email.endswith("@closed.invalid")) == (State.FILED, True)


def test_a_person_may_take_a_copy_of_everything(settings):
    owner = make_citizen()
    filed = make_submission(State.SUPPLEMENT, owner=owner)
    draft = make_filled_draft(owner)
    make_submission()
    data = json.loads(json.dumps(everything_about(owner), cls=DjangoJSONEncoder))
    found = {each["id"]: each for each in data["submissions"]}
    assert set(found) == {str(filed.pk), str(draft.pk)}
    copy = found[str(filed.pk)]
    assert (copy["code"], copy["state"], copy["answers"]) == (filed.code, "supplement", ANSWERS)
    assert [line["at"] for line in copy["history"]] == [event.at.isoformat() for event in filed.events.all()]
    assert copy["history"][-1]["papers"][0]["reason"] == "Ảnh bị mờ, khó đọc"
    assert [file["id"] for file in copy["files"]] == [str(row.pk) for row in filed.attachments.all()]
    assert copy["privacy_notice"]["version"] == "1"


def test_files_of_a_withdrawn_dossier_that_were_never_sent_go_at_once():
    asked = make_submission(State.SUPPLEMENT)
    unsent = make_file(asked)
    actions.withdraw(submission=asked, by=asked.owner, revision=asked.revision)
    assert not Attachment.objects.filter(pk=unsent.pk).exists()
    assert asked.attachments.count() == 1
