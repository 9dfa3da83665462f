"""A disk that is full while something is uploaded: 507 in words, nothing half-stored, the typed text on the page."""

import errno
import io

import pytest
from django.core.files import temp
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile, TemporaryUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection

from accounts.models import User
from core.media_storage import WholeFileStorage
from core.models import PortalDocument
from services.forms.uploads.kinds import OLD_OFFICE
from tests.builders import trunk
from tests.builders_submissions import make_draft
from tests.core.test_faults import OURS, sent_again
from tests.markup import faults, soup

TYPED = "Nguyễn Thị Ánh"


class FullDisk(io.BytesIO):
    """A file of which the disk takes the beginning."""

    def __init__(self, path):
        super().__init__()
        self.name, self.path = str(path), path
        path.write_bytes(b"begun")

    def write(self, data):
        raise OSError(errno.ENOSPC, "No space left on device")

    def close(self):
        super().close()
        self.path.unlink(missing_ok=True)


@pytest.fixture
def full(monkeypatch, tmp_path):
    """The folder of temporary files has no room; where it lies."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(temp, "NamedTemporaryFile", lambda *_told, **_more: FullDisk(folder / "upload"))
    return folder


@pytest.mark.django_db
def test_the_text_beside_a_large_file_stays(full):
    trunk()
    draft = make_draft()
    address = reverse("submission_step", args=[draft.pk, "owner"])
    client = Client()
    client.force_login(draft.owner)
    file = SimpleUploadedFile("sổ hộ khẩu.pdf", b"%PDF-" + b"x" * 2_700_000)
    answer = client.post(address, {"scan": file, "full_name": TYPED, "later": "1"}, headers=OURS, follow=False)
    assert answer.status_code == 507
    assert faults(answer.content) == []
    assert sent_again(answer) == (address, {"full_name": TYPED, "later": "1"})
    assert soup(answer.content).h1.get_text() == "Hiện không còn chỗ để lưu tệp"
    assert list(full.iterdir()) == []
    draft.refresh_from_db()
    assert "full_name" not in draft.answers


@pytest.fixture
def storage(tmp_path):
    return WholeFileStorage(location=tmp_path / "media")


def content(storage, name):
    with storage.open(name) as file:
        return file.read()


def names(tmp_path):
    return sorted(path.relative_to(tmp_path / "media").as_posix() for path in (tmp_path / "media").rglob("*.*"))


class Breaking(ContentFile):
    """Content whose second half no longer fits."""

    def chunks(self, chunk_size=None):
        yield b"first half"
        raise OSError(errno.ENOSPC, "No space left on device")


def test_nothing_half_is_stored(storage, tmp_path):
    with pytest.raises(OSError, match="No space"):
        storage.save("documents/a.pdf", Breaking(b"x"))
    assert names(tmp_path) == []


def test_what_fits_is_stored_whole_and_takes_nobodys_name(storage, tmp_path):
    assert storage.save("documents/a.pdf", ContentFile(b"one")) == "documents/a.pdf"
    second = storage.save("documents/a.pdf", ContentFile(b"two"))
    assert storage.save("b.txt", ContentFile(b"three")) == "b.txt"
    assert names(tmp_path) == sorted(["b.txt", "documents/a.pdf", second])
    assert [content(storage, name) for name in ("documents/a.pdf", second)] == [b"one", b"two"]


def test_a_name_that_is_taken_at_the_last_moment_is_not_overwritten(storage, tmp_path):
    storage.save("a.pdf", ContentFile(b"one"))
    name = storage._save("a.pdf", ContentFile(b"two"))
    assert name != "a.pdf"
    assert content(storage, "a.pdf") == b"one"


def test_a_large_upload_is_moved_in(storage, tmp_path):
    upload = TemporaryUploadedFile("c.pdf", "application/pdf", 5, None)
    upload.write(b"large")
    upload.seek(0)
    assert storage.save("c.pdf", upload) == "c.pdf"
    upload.close()
    assert names(tmp_path) == ["c.pdf"]


@pytest.mark.django_db
def test_an_editors_document_that_does_not_fit_leaves_neither_row_nor_file(monkeypatch, settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    trunk()
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.create_superuser("admin@example.vn", "mot-mat-khau-dai-9"))
    monkeypatch.setattr(InMemoryUploadedFile, "chunks", Breaking.chunks)
    file = SimpleUploadedFile("quyết định.doc", OLD_OFFICE + bytes(500))
    typed = {"title": TYPED, "file": file, "collection": Collection.get_first_root_node().pk}
    answer = client.post("/quan-tri/documents/add/", typed, headers=OURS, follow=False)
    assert answer.status_code == 507
    assert sent_again(answer)[1]["title"] == TYPED
    assert not PortalDocument.objects.exists()
    assert names(tmp_path) == []
