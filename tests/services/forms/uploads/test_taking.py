"""Files are taken within the limits, by their owner, whole or not at all."""

import errno
import os
import shutil
import threading
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from services.forms.models import Attachment, AttachmentState, Submission
from services.forms.rules.workflow import State
from services.forms.uploads import limits, storage, taking
from services.forms.uploads.exceptions import Refusal
from services.forms.uploads.refusal_texts import SENTENCES, sentence, status_of
from services.forms.uploads.taking import erase, remove, take
from tests.builders_uploads import OTHER_PAPER, PAPER, SINGLE_PAPER, kept_files, make_citizen, make_draft, upload
from tests.services.forms.uploads import pdfs, samples

PARALLEL = 8


def numbered_pdf(number: int) -> bytes:
    """A PDF unlike every other."""
    return pdfs.pdf_objects(*pdfs.CATALOG, b"(%d)" % number)


def make_taken(draft: Submission, number: int = 0, *, question: str = PAPER, **fields) -> Attachment:
    """A row as `take` would leave it, without bytes: for counting."""
    plain = {"name": f"{number}.pdf", "kind": "pdf", "size": 1, "sha256": "", "state": AttachmentState.CLEAN}
    place = {"submission": draft, "question": question, "path": f"attachments/{draft.pk}/{number}"}
    return Attachment.objects.create(**plain | place | fields, uploaded_by=draft.owner)


def asked_for_more(draft: Submission) -> Submission:
    """The same dossier, filed and waiting for more papers."""
    draft.state, draft.code, draft.filed_at = State.SUPPLEMENT, f"MINHHOA-{draft.pk}"[:40], datetime.now(UTC)
    draft.save()
    return draft


@pytest.mark.django_db
def test_row_tells_what_was_kept():
    draft = make_draft()
    data = pdfs.pdf()
    attachment = take(draft, PAPER, upload(data, "Tờ khai.PDF"), by=draft.owner)
    attachment.refresh_from_db()
    assert (attachment.name, attachment.kind, attachment.size) == ("Tờ khai.PDF", "pdf", len(data))
    assert (attachment.submission, attachment.question, attachment.uploaded_by) == (draft, PAPER, draft.owner)
    assert attachment.claimed_at is None
    (file,) = kept_files()
    assert file.read_bytes() == data
    assert str(attachment.pk) not in str(file)
    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0


@pytest.mark.django_db
def test_second_file_for_a_paper_stands_beside_the_first():
    draft = make_draft()
    take(draft, PAPER, upload(numbered_pdf(1), "mot.pdf"), by=draft.owner)
    take(draft, PAPER, upload(numbered_pdf(2), "mot.pdf"), by=draft.owner)
    take(draft, OTHER_PAPER, upload(numbered_pdf(1), "mot.pdf"), by=draft.owner)
    assert len(kept_files()) == draft.attachments.count() == 3


@pytest.mark.django_db
def test_double_click_keeps_one_file():
    draft = make_draft()
    first = take(draft, PAPER, upload(samples.phone_jpeg(), "anh.jpg"), by=draft.owner)
    again = take(draft, PAPER, upload(samples.phone_jpeg(), "anh.jpg"), by=draft.owner)
    assert first == again
    assert len(kept_files()) == draft.attachments.count() == 1


@pytest.mark.django_db
def test_somebody_else_finds_no_such_submission():
    draft, stranger = make_draft(), make_citizen()
    with pytest.raises(Submission.DoesNotExist):
        take(draft, PAPER, upload(pdfs.pdf()), by=stranger)
    assert kept_files() == []
    attachment = take(draft, PAPER, upload(pdfs.pdf()), by=draft.owner)
    with pytest.raises(Submission.DoesNotExist):
        remove(attachment, by=stranger)
    assert len(kept_files()) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("question", ["full_name", "made-up", ""])
def test_only_questions_of_files_take_files(question):
    draft = make_draft()
    with pytest.raises(Refusal, match="unknown_question"):
        take(draft, question, upload(pdfs.pdf()), by=draft.owner)


@pytest.mark.django_db
def test_upload_asks_the_database_little(django_assert_max_num_queries):
    draft = make_draft()
    for number in range(10):
        make_taken(draft, number)
    draft = Submission.objects.get(pk=draft.pk)
    with django_assert_max_num_queries(10):
        take(draft, PAPER, upload(pdfs.pdf()), by=draft.owner)


@pytest.mark.django_db
def test_twenty_files_and_no_more():
    draft = make_draft()
    for number in range(limits.MOST_FILES):
        make_taken(draft, number)
    with pytest.raises(Refusal, match="too_many_files") as refused:
        take(draft, OTHER_PAPER, upload(pdfs.pdf()), by=draft.owner)
    assert str(limits.MOST_FILES) in sentence(refused.value)
    remove(draft.attachments.first(), by=draft.owner)
    assert take(draft, OTHER_PAPER, upload(pdfs.pdf()), by=draft.owner)


@pytest.mark.django_db
def test_sixty_megabytes_together_and_no_more():
    draft, data = make_draft(), pdfs.pdf()
    make_taken(draft, size=limits.LARGEST_TOGETHER - len(data))
    assert take(draft, PAPER, upload(data), by=draft.owner)
    with pytest.raises(Refusal, match="too_much_together") as refused:
        take(draft, OTHER_PAPER, upload(pdfs.pdf("x")), by=draft.owner)
    assert "60 MB" in sentence(refused.value)


@pytest.mark.django_db
def test_paper_for_one_file_takes_one():
    draft = make_draft()
    take(draft, SINGLE_PAPER, upload(numbered_pdf(1)), by=draft.owner)
    with pytest.raises(Refusal, match="too_many_here") as refused:
        take(draft, SINGLE_PAPER, upload(numbered_pdf(2)), by=draft.owner)
    assert "1" in sentence(refused.value)


@pytest.mark.django_db
def test_refused_files_take_no_place():
    draft = make_draft()
    for number in range(limits.MOST_FILES):
        make_taken(draft, number, state=AttachmentState.REFUSED)
    assert take(draft, PAPER, upload(pdfs.pdf()), by=draft.owner)


@pytest.mark.django_db
def test_reply_has_limits_of_its_own_and_only_takes_what_was_asked():
    draft = make_draft()
    for number in range(limits.MOST_FILES):
        make_taken(draft, number, claimed_at=datetime.now(UTC))
    asked_for_more(draft)
    assert take(draft, PAPER, upload(pdfs.pdf()), by=draft.owner, asked={PAPER})
    with pytest.raises(Refusal, match="unknown_question"):
        take(draft, OTHER_PAPER, upload(pdfs.pdf()), by=draft.owner, asked={PAPER})


@pytest.mark.django_db
@pytest.mark.parametrize("state", [state for state in State if state not in taking.OPEN_STATES])
def test_closed_dossier_takes_and_loses_nothing(state):
    draft = make_draft()
    attachment = take(draft, PAPER, upload(numbered_pdf(1)), by=draft.owner)
    asked_for_more(draft)
    Submission.objects.filter(pk=draft.pk).update(state=state)
    with pytest.raises(Refusal, match="closed") as refused:
        take(draft, PAPER, upload(numbered_pdf(2)), by=draft.owner)  # `draft` itself is out of date: the row decides
    assert status_of(refused.value) == 409
    with pytest.raises(Refusal, match="closed"):
        remove(attachment, by=draft.owner)
    assert len(kept_files()) == draft.attachments.count() == 1


@pytest.mark.django_db
def test_file_handed_in_stays():
    draft = make_draft()
    attachment = take(draft, PAPER, upload(pdfs.pdf()), by=draft.owner)
    Attachment.objects.update(claimed_at=datetime.now(UTC))
    with pytest.raises(Refusal, match="closed"):
        remove(attachment, by=draft.owner)
    assert len(kept_files()) == 1


@pytest.mark.django_db
def test_removing_takes_row_and_bytes(django_capture_on_commit_callbacks):
    draft = make_draft()
    attachment = take(draft, PAPER, upload(pdfs.pdf()), by=draft.owner)
    with django_capture_on_commit_callbacks(execute=True):
        remove(attachment, by=draft.owner)
        remove(attachment, by=draft.owner)
    assert (draft.attachments.count(), kept_files()) == (0, [])


def test_bytes_stay_when_their_removal_is_rolled_back(committed):
    draft = make_draft()
    take(draft, PAPER, upload(pdfs.pdf()), by=draft.owner)
    with transaction.atomic():
        erase(draft.attachments.all())
        transaction.set_rollback(True)
    assert len(kept_files()) == draft.attachments.count() == 1


@pytest.mark.django_db
def test_crash_between_bytes_and_row_leaves_neither(monkeypatch):
    draft = make_draft()

    def crash(*_args, **_kwargs):
        assert len(kept_files()) == 1, "the bytes come first"
        raise KeyboardInterrupt

    monkeypatch.setattr(Attachment, "save", crash)
    with pytest.raises(KeyboardInterrupt):
        take(draft, PAPER, upload(pdfs.pdf()), by=draft.owner)
    assert (draft.attachments.count(), kept_files()) == (0, [])


@pytest.mark.django_db
@pytest.mark.parametrize("call", ["fsync", "open"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_disk_that_fails_leaves_nothing_half(monkeypatch, call, number):
    draft = make_draft()
    storage.require_room(0)

    def fail(*_args, **_kwargs):
        raise OSError(number, "made up")

    monkeypatch.setattr(os, call, fail)
    expected = Refusal if number == errno.ENOSPC else OSError
    with pytest.raises(expected) as failed:
        take(draft, PAPER, upload(pdfs.pdf()), by=draft.owner)
    monkeypatch.undo()
    if number == errno.ENOSPC:
        assert status_of(failed.value) == 507
    assert (draft.attachments.count(), kept_files()) == (0, [])


@pytest.mark.django_db
def test_full_disk_is_told_before_anything_is_written(monkeypatch):
    draft = make_draft()
    usage = shutil.disk_usage("/")._replace(free=storage.RESERVE)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    with pytest.raises(Refusal, match="storage_full"):
        take(draft, PAPER, upload(pdfs.pdf()), by=draft.owner)
    assert kept_files() == []


def test_parallel_uploads_stay_within_the_limit(committed):
    """Really parallel on PostgreSQL; SQLite lets one transaction in at a time, which must hold as well."""
    draft = make_draft()
    places = 3
    for number in range(limits.MOST_FILES - places):
        make_taken(draft, number)
    start, outcomes = threading.Barrier(PARALLEL), []

    def send(number: int) -> None:
        try:
            start.wait(30)
            take(Submission.objects.get(pk=draft.pk), PAPER, upload(numbered_pdf(number)), by=draft.owner)
            outcomes.append("kept")
        except Refusal as refusal:
            outcomes.append(refusal.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=(number,)) for number in range(PARALLEL)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(outcomes) == ["kept"] * places + ["too_many_files"] * (PARALLEL - places)
    assert draft.attachments.count() == limits.MOST_FILES
    assert len(kept_files()) == places


def test_every_sentence_is_complete():
    for code in SENTENCES:
        told = sentence(Refusal(code, most=1))
        assert told.endswith(".")
        assert "%" not in told
