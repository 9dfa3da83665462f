"""The archive of everything about a person: whole, checkable, and nobody else's."""

import hashlib
import json
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command

from services.forms import actions
from services.forms.models import Attachment, AttachmentState, AuditEntry
from services.forms.rules.workflow import State
from services.forms.uploads import storage
from tests.builders_accounts import make_citizen
from tests.builders_submissions import make_file, make_officer, make_submission
from tests.services.forms.audit.canary import CANARY, file, fill, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _place(settings, tmp_path):
    settings.PRIVATE_ROOT = str(tmp_path / "private")


def archive_of(person, tmp_path, *options):
    target = tmp_path / "person.zip"
    call_command("export_person", "--email", person.email.upper(), "--out", str(target), *options)
    assert target.stat().st_mode & 0o777 == 0o600
    with ZipFile(target) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_account_dossiers_files_and_audit_are_all_there(tmp_path):
    person, stranger = make_person(), make_submission(State.SUPPLEMENT)
    draft, filed = fill(person), file(person, State.SUPPLEMENT)
    officer = make_officer()
    actions.hold(submission=filed, by=officer, reason="x")
    found = archive_of(person, tmp_path, "--by", officer.email)
    data = json.loads(found["data.json"])
    assert data["account"]["email"] == f"{CANARY}@example.vn"
    assert data["profile"]["address"] == CANARY
    assert {each["id"] for each in data["submissions"]} == {str(draft.pk), str(filed.pk)}
    assert {line["submission"] for line in data["audit"]} >= {str(draft.pk), str(filed.pk)}
    assert str(stranger.pk) not in found["data.json"].decode()
    kept = Attachment.objects.filter(submission__owner=person)
    assert kept.count() == 2
    for row in kept:
        name = f"files/{row.submission.code or f'draft-{row.submission_id}'}/{row.pk}-{CANARY}.pdf"
        with storage.open_path(row.path) as stored:
            assert found[name] == stored.read()
    line = AuditEntry.objects.get(action="person.export")
    assert (line.actor_id, line.detail) == (officer.pk, {"account": person.pk, "files": 3})
    assert not AuditEntry.objects.filter(action="account.export").exists()


def test_the_manifest_has_the_digest_of_every_file_and_names_what_has_no_bytes(tmp_path):
    person = make_person()
    draft = fill(person)
    lost = make_file(draft, state=AttachmentState.REFUSED)
    found = archive_of(person, tmp_path)
    manifest = json.loads(found.pop("manifest.json"))
    digests = {each["path"]: (each["bytes"], each["sha256"]) for each in manifest["files"]}
    assert digests == {name: (len(data), hashlib.sha256(data).hexdigest()) for name, data in found.items()}
    assert [each["id"] for each in manifest["without_bytes"]] == [str(lost.pk)]
    assert all(each.get("as_stored", True) for each in manifest["files"])


def test_a_file_that_changed_on_the_disk_is_told(tmp_path, settings):
    person = make_person()
    fill(person)
    row = Attachment.objects.get()
    (storage.root() / row.path).write_bytes(b"another")
    manifest = json.loads(archive_of(person, tmp_path)["manifest.json"])
    assert [each["as_stored"] for each in manifest["files"] if "as_stored" in each] == [False]


def test_somebody_with_nothing_gets_an_archive_too_and_nothing_is_overwritten(tmp_path):
    person = make_citizen()
    assert set(archive_of(person, tmp_path)) == {"data.json", "manifest.json"}
    before = (tmp_path / "person.zip").read_bytes()
    with pytest.raises(CommandError, match="there already"):
        archive_of(person, tmp_path)
    assert (tmp_path / "person.zip").read_bytes() == before
    with pytest.raises(CommandError, match="No such file"):
        call_command("export_person", "--user", str(person.pk), "--out", str(tmp_path / "no" / "x.zip"))
    with pytest.raises(CommandError, match="no such account"):
        call_command("export_person", "--user", "999999")
