"""Erasing a person: afterwards nothing tells of her, but for what must stay, which is said with its reason."""

import logging

import pytest
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage, get_connection
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from core.calendars import working_calendar
from core.logs import JsonFormatter
from core.models import KeptPost
from outbox.mailbox import newest, remove_mails_to
from outbox.models import Delivery
from services.forms import actions
from services.forms.models import Attachment, AuditEntry, Event, Submission, Tombstone
from services.forms.privacy import erasure
from services.forms.rules.workflow import Actor, State
from services.forms.submissions.due_dates import due_date_of
from services.forms.uploads import storage
from tests.builders_accounts import PASSWORD, log_in, make_editor
from tests.builders_submissions import make_officer, make_open_service, make_submission
from tests.services.forms.audit.canary import (
    CANARY,
    PHONE,
    dump,
    file,
    files_with_canary,
    fill,
    holds_canary,
    make_person,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _places(settings, tmp_path):
    settings.PRIVATE_ROOT = str(tmp_path / "private")
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = settings.MAILBOX_FOLDER = str(tmp_path / "mail")
    settings.MESSAGE_FOLDER = str(tmp_path / "messages")


@pytest.fixture
def erase(django_capture_on_commit_callbacks, capsys):
    """The command, with what happens after the commit; what it prints."""

    def run(person, *options):
        with django_capture_on_commit_callbacks(execute=True):
            call_command("erase_person", "--user", str(person.pk), *options)
        return capsys.readouterr().out

    return run


@pytest.mark.parametrize("of_ended", ["remove", "anonymise"])
def test_not_one_byte_is_left(of_ended, settings, erase, caplog):
    settings.ERASURE_OF_ENDED = of_ended
    caplog.set_level(logging.INFO)
    person = make_person()
    fill(person)
    ended = [file(person, state) for state in (State.WITHDRAWN, State.NOT_ACCEPTED, State.HANDED_OVER)]
    actions.hold(submission=ended[0], by=None, reason=CANARY)
    actions.release(submission=ended[0], by=None)
    log_in(Client(), person, PASSWORD)
    Client().force_login(person)
    Delivery.objects.create(kind="submission.mail", dedup_key="dead", last_error=f"no mailbox {person.email}")
    refused = f"+84{PHONE.removeprefix('0')} is no customer"
    Delivery.objects.create(kind="submission.message", dedup_key="refused", last_error=refused)
    call_command("worker", "--once")
    assert CANARY in dump()
    assert {path.suffix for path in files_with_canary()} >= {".log", ".json"}
    told = erase(person)
    assert not holds_canary(dump())
    assert not files_with_canary()
    assert not holds_canary(told)
    assert not holds_canary("\n".join(map(JsonFormatter().format, caplog.records)))
    assert not list(storage.files())
    assert not KeptPost.objects.exists()
    assert Submission.objects.count() == (0 if of_ended == "remove" else len(ended))
    assert Tombstone.objects.count() == (len(ended) if of_ended == "remove" else 0)


def test_what_was_anonymised_still_tells_what_the_office_did(erase):
    person = make_person()
    done = file(person, State.HANDED_OVER)
    erase(person)
    done.refresh_from_db()
    assert (done.answers, done.saved_steps, done.attachments.count()) == ({}, [], 0)
    assert (done.state, done.service_title, done.agency_name) == (
        State.HANDED_OVER,
        "Cấp giấy phép xây dựng",
        "Sở Xây dựng",
    )
    assert [event.move for event in done.events.all()] == ["file", "accept", "begin", "resolve", "hand_over"]
    assert Event.objects.get(move="resolve").detail == {"outcome": "refused"}


def test_pages_of_an_anonymised_dossier_still_open(erase):
    service = make_open_service(durations=[{"value": 5, "unit": "working_day"}])
    person, head = make_person(), make_officer()
    row = make_submission(owner=person, service=service)
    told = {"by": head, "role": Actor.OFFICER}
    row = actions.perform_transition(submission=row, name="accept", revision=row.revision, **told)
    row = actions.extend(
        submission=row, by=head, revision=row.revision, value=2, unit="working_day", reason="Bí mật của tôi"
    )
    row = actions.perform_transition(
        submission=row, name="stop", reason="Vì sao phải nêu rõ", revision=row.revision, **told
    )
    due_at = row.due_at
    erase(person)
    row.refresh_from_db()
    assert due_date_of(row, working_calendar()).moment == row.due_at == due_at
    client = Client()
    client.force_login(head)
    page = client.get(reverse("desk_dossier", args=[row.pk]))
    assert page.status_code == 200
    assert "Bí mật" not in page.content.decode()


def test_what_must_stay_is_said_with_its_reason(erase, settings):
    settings.ERASURE_OF_ENDED = "keep"
    person = make_person()
    open_one, held, archived = file(person), file(person, State.NOT_ACCEPTED), file(person, State.WITHDRAWN)
    fill(person)
    actions.hold(submission=held, by=None, reason="Khiếu nại số 12")
    dry, before = erase(person, "--dry-run"), dump()
    assert dry == erase(person, "--dry-run")
    assert dump() == before
    told = erase(person)
    assert f"{open_one.code}: kept: under way" in told
    assert f"{held.code}: kept: legal hold" in told
    assert f"{archived.code}: kept: for the archive, until " in told
    assert "draft: removed" in told
    assert [line.replace("would be ", "") for line in dry.splitlines()] == told.splitlines()
    assert set(Submission.objects.all()) == {open_one, held, archived}
    held.refresh_from_db()
    assert held.answers["full_name"] == CANARY
    assert not get_user_model().objects.filter(email__contains=CANARY).exists()


def test_a_hold_keeps_a_dossier_whose_time_is_over(erase, settings):
    settings.ERASURE_OF_ENDED = "remove"
    person = make_person()
    held = file(person, State.WITHDRAWN)
    actions.hold(submission=held, by=None, reason="Toà án")
    erase(person)
    assert Submission.objects.filter(pk=held.pk, legal_hold=True).exists()
    assert Attachment.objects.filter(submission=held).exists()


def test_the_audit_says_that_somebody_was_erased_and_not_who(erase):
    person, stranger = make_person(), make_submission()
    file(person, State.WITHDRAWN)
    responsible = make_editor()
    erase(person, "--by", responsible.email)
    line = AuditEntry.objects.get(action="person.erase")
    assert (line.actor_id, line.detail) == (
        responsible.pk,
        {"account": person.pk, "removed": 0, "anonymised": 1, "kept": 0},
    )
    stranger.refresh_from_db()
    assert stranger.answers


def test_an_account_of_a_task_and_an_unknown_one_are_refused():
    for options in ((), ("--dry-run",)):
        with pytest.raises(CommandError):
            call_command("erase_person", "--email", make_editor().email, *options)
    with pytest.raises(CommandError, match="no such account"):
        call_command("erase_person", "--email", "nobody@example.vn")
    with pytest.raises(CommandError, match="one of the arguments"):
        call_command("erase_person")


def test_mails_of_others_stay_in_the_mailbox_of_the_demonstration(settings, tmp_path):
    to = ["a@example.vn", "B@example.vn", "a@example.vn", "ba@example.vn"]
    get_connection().send_messages([EmailMessage("x", "y", to=[address]) for address in to])
    folder = tmp_path / "mail"
    assert remove_mails_to(folder, "A@example.vn") == 2
    assert sorted(mail.to for mail in newest(folder)) == ["B@example.vn", "ba@example.vn"]
    assert remove_mails_to(folder, "b@example.vn") == 1
    assert remove_mails_to(folder, "ba@example.vn") == 1
    assert not list(folder.iterdir())


@pytest.mark.parametrize("fate", list(erasure.EndedDossiers))
def test_every_setting_has_its_fate(fate):
    assert fate in erasure.OF_ENDED
