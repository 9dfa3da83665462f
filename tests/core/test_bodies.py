"""What is too large is refused before any of it is read; files there is no room for are left out, the text is not."""

import io
import shutil
from collections import namedtuple

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler

from tests.builders import trunk
from tests.markup import faults, soup

pytestmark = pytest.mark.django_db

MEGABYTE = 1024 * 1024
Usage = namedtuple("Usage", "total used free")


class Unread(io.BytesIO):
    """A body that tells when somebody reads it."""

    def read(self, *_size):
        raise AssertionError("the body was read")


def post(client, path, size, body=None, **more):
    request = {"CONTENT_LENGTH": str(size), "CONTENT_TYPE": "multipart/form-data; boundary=x", **more}
    answer = client.generic("POST", path, **request, **{"wsgi.input": body or Unread()})
    return client.get(answer["Location"]) if answer.status_code == 303 else answer


@pytest.mark.parametrize(
    ("path", "megabytes"),
    [
        ("/tra-cuu/", 4),
        ("/gop-y/", 4),
        ("/tai-khoan/dang-nhap/", 4),
        ("/en/account/sign-up/", 4),
        ("/ho-so/moi/x/", 65),
        ("/en/submissions/new/x/", 65),
        ("/quan-tri/documents/multiple/add/", 129),
    ],
)
def test_a_body_too_large_is_not_read(client, path, megabytes):
    trunk()
    answer = post(client, path, megabytes * MEGABYTE)
    assert answer.status_code == 413
    assert faults(answer.content) == []


def test_partners_get_a_problem_document(client):
    answer = post(client, "/api/v2/services/", 4 * MEGABYTE)
    assert (answer.status_code, answer.json()["status"]) == (413, 413)


@pytest.mark.parametrize("told", ["9" * 400, "-1", "x", "", "1e9", "²"])
def test_a_size_that_is_none_is_no_fault(client, told):
    trunk()
    answer = post(client, "/tra-cuu/", told, io.BytesIO(b""))
    assert answer.status_code == (413 if told.isdecimal() else 400 if told == "-1" else 200)


def test_of_files_without_room_none_is_kept_and_the_text_stands_on_the_page(client, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: Usage(1, 1, 64 * MEGABYTE))
    monkeypatch.setattr(MemoryFileUploadHandler, "new_file", None)  # nobody is asked to take one
    typed = {"full_name": "Nguyễn Thị “Ánh”", "later": "1"}
    files = [SimpleUploadedFile(name, b"x" * 300_000) for name in ("mặt trước.jpg", "mặt sau.jpg")]
    path = "/ho-so/00000000-0000-0000-0000-000000000001/buoc/papers/"
    answer = client.post(path, {**typed, "identity": files}, headers={"Origin": "http://testserver"}, follow=False)
    assert answer.status_code == 507
    assert faults(answer.content) == []
    form = soup(answer.content).select_one("main form[method=post]")
    assert {box["name"]: box["value"] for box in form.select("input[type=hidden]")} == typed
    assert form.select_one("input[type=file]")["name"] == "identity"
    assert "mặt trước.jpg, mặt sau.jpg" in form.get_text()


def test_typed_text_is_taken_whatever_room_there_is(client, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: Usage(1, 1, 0))
    path, size = "/ho-so/00000000-0000-0000-0000-000000000001/buoc/owner/", settings.BODY_WITHOUT_FILES
    body = b"full_name=".ljust(size, b"x")
    kind = "application/x-www-form-urlencoded"
    assert post(client, path, size, io.BytesIO(body), CONTENT_TYPE=kind).status_code == 302
