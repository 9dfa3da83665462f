"""The sweep removes what nobody will ask for and nothing else; check_files tells what is missing."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from services.forms.models import Attachment, AttachmentState
from services.forms.uploads import storage
from services.forms.uploads.cleanup import sweep
from services.forms.uploads.taking import take
from tests.builders_uploads import OTHER_PAPER, PAPER, file_form, kept_files, make_draft, make_version, upload
from tests.services.forms.uploads import pdfs

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[4]
NOTHING = {"temporary": 0, "without_row": 0, "unasked": 0, "asked_again": 0}


def age(hours: float) -> None:
    """Make every kept file that old."""
    then = time.time() - hours * 3600
    for path in kept_files():
        os.utime(path, (then, then))


def taken(question: str = PAPER) -> Attachment:
    draft = make_draft()
    return take(draft, question, upload(pdfs.pdf()), by=draft.owner)


def test_nothing_is_swept_where_nothing_was_ever_kept():
    assert sweep() == NOTHING


def test_files_with_rows_stay_however_old():
    taken()
    age(hours=10_000)
    assert sweep() == NOTHING
    assert len(kept_files()) == 1


def test_file_without_a_row_goes_after_a_day():
    storage.write(b"lost")
    age(hours=23)
    assert sweep() == NOTHING
    age(hours=25)
    assert sweep() == NOTHING | {"without_row": 1}
    assert kept_files() == []


def test_half_written_file_goes_after_an_hour():
    stored = storage.write(b"half")
    whole = storage.root() / stored.path
    whole.rename(whole.with_suffix(storage.TEMPORARY))
    age(hours=0.5)
    assert sweep() == NOTHING
    age(hours=2)
    assert sweep() == NOTHING | {"temporary": 1}
    assert kept_files() == []


KILLED = """
import os, signal, sys
from django.conf import settings
settings.configure(PRIVATE_ROOT=sys.argv[1])
from services.forms.uploads import storage
os.fsync = lambda _handle: os.kill(os.getpid(), signal.SIGKILL) if storage.TEMPORARY in str(os.listdir(".")) else None
folder, storage._make_folders = storage._make_folders, lambda path: (folder(path), os.chdir(path))
storage.write(b"half a paper" * 1000)
"""


def test_process_killed_while_writing_leaves_only_what_the_sweep_takes(settings):
    command = [sys.executable, "-c", KILLED, settings.PRIVATE_ROOT]
    result = subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False)
    assert result.returncode == -signal.SIGKILL
    (left,) = kept_files()
    assert left.suffix == storage.TEMPORARY
    age(hours=2)
    assert sweep() == NOTHING | {"temporary": 1}
    assert kept_files() == []


def test_file_the_changed_form_does_not_ask_for_goes_after_a_day(django_capture_on_commit_callbacks):
    attachment = taken(PAPER)
    draft = attachment.submission
    other = take(draft, OTHER_PAPER, upload(pdfs.pdf()), by=draft.owner)
    draft.version = make_version(file_form(OTHER_PAPER))
    draft.save()
    assert sweep() == NOTHING
    Attachment.objects.update(uploaded_at=timezone.now() - timedelta(days=2))
    with django_capture_on_commit_callbacks(execute=True):
        assert sweep() == NOTHING | {"unasked": 1}
    assert list(draft.attachments.all()) == [other]
    assert len(kept_files()) == 1


def test_file_that_was_handed_in_is_never_unasked():
    attachment = taken()
    Attachment.objects.update(claimed_at=timezone.now(), uploaded_at=timezone.now() - timedelta(days=2))
    attachment.submission.version = make_version(file_form(OTHER_PAPER))
    attachment.submission.save()
    assert sweep() == NOTHING


def check_files(*options: str) -> tuple[dict, int]:
    out, code = StringIO(), 0
    try:
        call_command("check_files", "--json", *options, stdout=out)
    except CommandError as error:
        code = error.returncode
    return json.loads(out.getvalue()), code


def test_check_finds_everything_in_place():
    taken()
    assert check_files("--digests") == ({"rows_without_file": [], "changed": [], "files_without_row": []}, 0)


def test_check_fails_when_a_row_has_lost_its_file():
    attachment = taken()
    kept_files()[0].unlink()
    found, code = check_files()
    assert (found["rows_without_file"], code) == ([str(attachment.pk)], 1)


def test_check_knows_that_a_refused_file_has_no_bytes():
    taken()
    kept_files()[0].unlink()
    Attachment.objects.update(state=AttachmentState.REFUSED)
    assert check_files()[1] == 0


def test_check_lists_files_without_a_row_and_does_not_fail():
    stored = storage.write(b"lost")
    assert check_files() == ({"rows_without_file": [], "changed": [], "files_without_row": [stored.path]}, 0)


def test_check_sees_a_changed_length_at_once_and_a_changed_byte_by_digest():
    attachment = taken()
    (file,) = kept_files()
    data = file.read_bytes()
    file.write_bytes(data[:-1] + b"x")
    assert check_files()[1] == 0
    assert check_files("--digests") == (
        {"rows_without_file": [], "changed": [str(attachment.pk)], "files_without_row": []},
        1,
    )
    file.write_bytes(data + b"x")
    assert check_files()[0]["changed"] == [str(attachment.pk)]


def test_check_speaks_to_a_person_too():
    storage.write(b"lost")
    out = StringIO()
    call_command("check_files", stdout=out)
    assert "rows_without_file: 0" in out.getvalue()
    assert "files_without_row: 1" in out.getvalue()
