"""The scanner is asked over a real socket; without its word a file stays closed."""

import shutil
import tempfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.http import Http404
from django.utils import timezone

from core.health import Finding
from outbox import worker
from outbox.models import Delivery
from services.forms.models import Attachment, AttachmentState
from services.forms.uploads import cleanup, health, scanner, scanning, serving
from services.forms.uploads.exceptions import Refusal
from services.forms.uploads.taking import take
from tests.builders_uploads import PAPER, kept_files, make_draft, upload
from tests.services.forms.uploads import pdfs
from tests.services.forms.uploads.clamd import MARK, clamd

NOBODY_LISTENS = "tcp://127.0.0.1:9"


@pytest.fixture
def short_folder():
    """A socket's path has at most 107 bytes; pytest's own folders are longer."""
    folder = tempfile.mkdtemp(prefix="clamd-")
    yield Path(folder)
    shutil.rmtree(folder)


def test_scanner_reads_exactly_what_was_sent(settings):
    data = bytes(range(256)) * 1000
    with clamd() as (server, settings.CLAMD_ADDR):
        assert scanner.scan(data) is scanner.Verdict.CLEAN
        assert scanner.scan(data + MARK) is scanner.Verdict.INFECTED
    assert server.received == [data, data + MARK]


def test_scanner_on_a_unix_socket(settings, short_folder):
    with clamd(path=str(short_folder / "socket")) as (_server, settings.CLAMD_ADDR):
        assert scanner.scan(MARK) is scanner.Verdict.INFECTED


@pytest.mark.parametrize("mood", ["garbage", "silence", "hang up"])
def test_no_verdict_means_down(settings, monkeypatch, mood):
    monkeypatch.setattr(scanner, "ANSWER_SECONDS", 0.5)
    with clamd(mood) as (_server, settings.CLAMD_ADDR), pytest.raises(scanner.ScannerDown):
        scanner.scan(b"data")


@pytest.mark.parametrize("address", [NOBODY_LISTENS, "unix:/nowhere/clamd.ctl"])
def test_nobody_there_means_down(settings, address):
    settings.CLAMD_ADDR = address
    with pytest.raises(scanner.ScannerDown):
        scanner.scan(b"data")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("tcp://127.0.0.1:3310", ("127.0.0.1", 3310)),
        ("tcp://[::1]:3310", ("::1", 3310)),
        ("tcp://clamd.noi-bo:3310", ("clamd.noi-bo", 3310)),
        ("unix:/run/clamav/clamd.ctl", "/run/clamav/clamd.ctl"),
    ],
)
def test_address_is_read(text, address):
    assert scanner.address_of(text) == address


@pytest.mark.parametrize("text", ["127.0.0.1:3310", "tcp://127.0.0.1", "http://a:1", "unix:relative", "tcp://:1"])
def test_address_of_no_known_sort_is_told(text):
    with pytest.raises(ValueError, match="CLAMD_ADDR"):
        scanner.address_of(text)


@pytest.mark.django_db
def test_infected_file_is_not_kept(settings):
    draft = make_draft()
    with clamd() as (_server, settings.CLAMD_ADDR):
        take(draft, PAPER, upload(pdfs.pdf()), by=draft.owner)
        with pytest.raises(Refusal, match="infected"):
            take(draft, PAPER, upload(infected_pdf()), by=draft.owner)
    assert Attachment.objects.count() == len(kept_files()) == 1


def infected_pdf() -> bytes:
    """A sound PDF with the word that the scanner of the tests finds."""
    return pdfs.pdf_objects(*pdfs.CATALOG, b"(%s)" % MARK)


@pytest.mark.django_db
def test_file_waits_while_the_scanner_is_down_and_opens_when_it_is_back(settings):
    settings.CLAMD_ADDR = NOBODY_LISTENS
    draft, data = make_draft(), pdfs.pdf()
    attachment = take(draft, PAPER, upload(data), by=draft.owner)
    assert attachment.state == AttachmentState.PENDING
    with pytest.raises(Http404):
        serving.response_for(attachment)

    (delivery,) = Delivery.objects.filter(kind=scanning.KIND)
    assert delivery.payload == {"attachment": str(attachment.pk)}
    with pytest.raises(scanner.ScannerDown):
        scanning.deliver(delivery.payload)

    with clamd() as (_server, settings.CLAMD_ADDR):
        scanning.deliver(delivery.payload)
        scanning.deliver(delivery.payload)
    attachment.refresh_from_db()
    assert attachment.state == AttachmentState.CLEAN
    with closing(serving.response_for(attachment)) as response:
        assert b"".join(response.streaming_content) == data


@pytest.mark.django_db
def test_file_found_infected_later_loses_its_bytes_and_keeps_its_row(settings):
    settings.CLAMD_ADDR = NOBODY_LISTENS
    draft = make_draft()
    attachment = take(draft, PAPER, upload(infected_pdf()), by=draft.owner)
    with clamd() as (_server, settings.CLAMD_ADDR):
        scanning.deliver({"attachment": str(attachment.pk)})
    attachment.refresh_from_db()
    assert (attachment.state, attachment.refused_because) == (AttachmentState.REFUSED, "infected")
    assert kept_files() == []
    with pytest.raises(Http404):
        serving.response_for(attachment)


@pytest.mark.django_db
def test_worker_itself_delivers_the_question(settings):
    settings.CLAMD_ADDR = NOBODY_LISTENS
    settings.OUTBOX_ROUTINES = {}
    draft = make_draft()
    attachment = take(draft, PAPER, upload(pdfs.pdf()), by=draft.owner)
    with clamd() as (_server, settings.CLAMD_ADDR):
        assert worker.deliver_next()
    attachment.refresh_from_db()
    assert attachment.state == AttachmentState.CLEAN


@pytest.mark.django_db
def test_file_that_was_given_up_is_asked_about_anew(settings):
    settings.CLAMD_ADDR = NOBODY_LISTENS
    draft = make_draft()
    attachment = take(draft, PAPER, upload(pdfs.pdf()), by=draft.owner)
    Delivery.objects.all().delete()
    assert cleanup.sweep()["asked_again"] == 0
    Attachment.objects.update(uploaded_at=timezone.now() - timedelta(days=2))
    assert cleanup.sweep()["asked_again"] == 1
    assert cleanup.sweep()["asked_again"] == 1
    (delivery,) = Delivery.objects.all()
    assert delivery.payload == {"attachment": str(attachment.pk)}


@pytest.mark.django_db
def test_question_about_a_removed_file_is_done():
    scanning.deliver({"attachment": "0198c0de-0000-7000-8000-000000000000"})


def test_health_tells_whether_the_scanner_answers(settings):
    assert health.virus_scanner() == Finding(ok=True, facts={"wanted": False})
    with clamd() as (_server, settings.CLAMD_ADDR):
        assert health.virus_scanner() == Finding(ok=True, facts={"wanted": True})
    settings.CLAMD_ADDR = NOBODY_LISTENS
    assert not health.virus_scanner().ok
    with clamd("garbage") as (_server, settings.CLAMD_ADDR):
        assert not health.virus_scanner().ok


def test_health_tells_how_much_room_there_is(settings):
    assert health.room().ok
    settings.HEALTH_MIN_FREE_MEGABYTES = 10**12
    assert not health.room().ok


@pytest.mark.django_db
def test_health_page_carries_both(client):
    checks = client.get("/healthz").json()["checks"]
    assert checks["virus_scanner"]["ok"]
    assert checks["private_storage"]["ok"]
