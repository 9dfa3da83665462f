"""What editors give out to everybody is judged by the rules of what citizens hand in, where they upload it."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from wagtail.models import Collection

from accounts.models import User
from core.models import PortalDocument
from services.forms.uploads import scanner
from services.forms.uploads.documents import OPEN_DOCUMENTS, judge_document
from services.forms.uploads.exceptions import Refusal
from services.forms.uploads.kinds import OLD_OFFICE
from services.forms.uploads.names import extension_of
from services.forms.uploads.refusal_texts import sentence
from tests.markup import words
from tests.services.forms.uploads.bad_files import BAD as BAD_FILES
from tests.services.forms.uploads.bad_office import BAD_OFFICE
from tests.services.forms.uploads.bad_pdfs import BAD_PDFS
from tests.services.forms.uploads.good_office import GOOD_OFFICE
from tests.services.forms.uploads.good_pdfs import GOOD_PDFS

DOC = OLD_OFFICE + bytes(2_000)
KINDS = {"pdf", "docx", "xlsx"}
GOOD, BAD = GOOD_PDFS | GOOD_OFFICE, BAD_PDFS | BAD_OFFICE
"""The corpus is judged whole by test_corpus.py; here it is asked whether this door asks the same."""


def open_document(extension: str, *more: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", OPEN_DOCUMENTS[extension])
        for name in ("content.xml", *more):
            archive.writestr(name, b"<office/>")
    return file.getvalue()


def packed_badly() -> bytes:
    """An archive whose table is sound and whose first entry does not unpack."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", OPEN_DOCUMENTS["odt"])
    begin = 30 + len("mimetype")
    return file.getvalue()[:begin] + b"\xff" * 8 + file.getvalue()[begin + 8 :]


OLDER = {
    "to-khai.doc": DOC,
    "bang-ke.XLS": DOC,
    "to-khai.odt": open_document("odt"),
    "bang-ke.ods": open_document("ods"),
}


def refusal_of(name: str, data: bytes) -> str:
    with pytest.raises(ValidationError) as refused:
        judge_document(SimpleUploadedFile(name, data))
    return str(refused.value.code)


@pytest.mark.parametrize("name", [name for name, file in GOOD.items() if extension_of(file[0]) in KINDS][::8])
def test_good_files_may_be_given_out(name, in_this_process):
    judge_document(SimpleUploadedFile(*GOOD[name]))


@pytest.mark.parametrize("name", list(BAD)[::12])
def test_bad_files_may_not(name, in_this_process):
    file_name, data, code = BAD[name]
    assert refusal_of(file_name, data) in {code, "content_mismatch"}


@pytest.mark.parametrize("name", OLDER)
def test_older_formats_of_ministries_are_taken(name):
    judge_document(SimpleUploadedFile(name, OLDER[name]))


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("to-khai.doc", DOC + "_VBA_PROJECT".encode("utf-16-le"), "macros"),
        ("to-khai.doc", b"{\\rtf1}", "content_mismatch"),
        ("to-khai.odt", open_document("odt", "Basic/Standard/script-lb.xml"), "macros"),
        ("to-khai.odt", open_document("ods"), "content_mismatch"),
        ("to-khai.odt", b"PK\x03\x04 half a file", "damaged"),
        ("to-khai.odt", packed_badly(), "damaged"),
        ("to-khai.pdf", b"", "empty"),
    ],
)
def test_what_is_not_what_it_says_is_refused(name, data, code):
    assert refusal_of(name, data) == code


def test_a_virus_is_refused_and_so_is_what_nobody_could_scan(monkeypatch):
    monkeypatch.setattr(scanner, "scan", lambda data: scanner.Verdict.INFECTED)
    assert refusal_of("to-khai.doc", DOC) == "infected"

    def silent(data):
        raise scanner.ScannerDown("TimeoutError")

    monkeypatch.setattr(scanner, "scan", silent)
    assert refusal_of("to-khai.doc", DOC) == "not_checked"


@pytest.mark.django_db
def test_an_editor_reads_why_and_nothing_is_kept(client):
    client.force_login(User.objects.create_superuser("bien-tap@example.vn", "x"))
    file_name, data, code = BAD_FILES["Word with macros"]
    form = {"title": "Tờ khai", "collection": Collection.get_first_root_node().pk}
    answer = client.post(reverse("wagtaildocs:add"), form | {"file": SimpleUploadedFile(file_name, data)})
    with translation.override("vi"):
        assert sentence(Refusal(code)) in words(answer.content)
    assert not PortalDocument.objects.exists()
    good = {"file": SimpleUploadedFile("to-khai.doc", DOC)}
    assert client.post(reverse("wagtaildocs:add"), form | good).status_code == 302
    kept = PortalDocument.objects.get()
    with kept.open_file() as file:
        assert file.read() == DOC
    edited = form | {"title": "Tờ khai mới"}
    assert client.post(reverse("wagtaildocs:edit", args=[kept.pk]), edited).status_code == 302
    assert PortalDocument.objects.get().title == "Tờ khai mới"
