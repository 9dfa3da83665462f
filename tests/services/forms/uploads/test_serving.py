"""Files go out as downloads only, and have no address of their own."""

from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest
from django.http import FileResponse, Http404

from services.forms.models import Attachment, AttachmentState
from services.forms.uploads.checks import private_files_have_no_public_place, scanner_has_an_address
from services.forms.uploads.serving import response_for
from services.forms.uploads.taking import take
from tests.builders_uploads import PAPER, kept_files, make_citizen, make_draft, upload
from tests.services.forms.uploads import pdfs


def taken(name: str = "Giấy khai sinh.pdf", data: bytes = b"") -> Attachment:
    draft = make_draft()
    return take(draft, PAPER, upload(data or pdfs.pdf(), name), by=draft.owner)


def answer(attachment: Attachment) -> tuple[FileResponse, bytes]:
    """The response, read to its end and closed, and what it carried."""
    with closing(response_for(attachment)) as response:
        return response, b"".join(response.streaming_content)


@pytest.mark.django_db
def test_file_goes_out_as_a_download_nobody_keeps():
    data = pdfs.pdf()
    response, body = answer(taken(data=data))
    assert body == data
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f"attachment; filename*=utf-8''{quote('Giấy khai sinh.pdf')}"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.django_db
@pytest.mark.parametrize("name", ['a";x=".pdf', "a\r\nSet-Cookie: b.pdf", "<script>.pdf"])
def test_no_name_writes_into_the_headers(name):
    response, _body = answer(taken(name))
    assert response["Content-Disposition"].startswith(("attachment; filename=", "attachment; filename*="))
    assert "\n" not in response["Content-Disposition"]
    assert "Set-Cookie" not in response.headers


@pytest.mark.django_db
@pytest.mark.parametrize("state", [AttachmentState.PENDING, AttachmentState.REFUSED])
def test_file_that_is_not_clean_is_not_handed_out(state):
    attachment = taken()
    attachment.state = state
    with pytest.raises(Http404):
        response_for(attachment)


@pytest.mark.django_db
def test_row_whose_bytes_are_gone_is_not_found_and_logged(caplog):
    attachment = taken()
    kept_files()[0].unlink()
    with pytest.raises(Http404):
        response_for(attachment)
    assert str(attachment.pk) in caplog.text


@pytest.mark.django_db
def test_others_do_not_see_the_file():
    attachment = taken()
    assert Attachment.objects.owned_by(attachment.uploaded_by).filter(pk=attachment.pk).exists()
    stranger = make_citizen()
    assert not (Attachment.objects.owned_by(stranger) | Attachment.objects.handled_by(stranger)).exists()


@pytest.mark.django_db
def test_no_guess_at_an_address_finds_a_private_file(client, settings):
    attachment = taken()
    name = Path(attachment.path).name
    ways = ("", "../private/", "..%2fprivate%2f", "%2e%2e/private/")
    targets = (attachment.path, name, str(attachment.pk))
    guesses = [f"{base}{way}{target}" for base in ("/media/", "/static/") for way in ways for target in targets]
    guesses += [f"{base}{target}" for base in ("/", "/private/", "/var/private/", "/tai-lieu/") for target in targets]
    guesses += [f"{base}{settings.PRIVATE_ROOT}/{attachment.path}" for base in ("/media/", "/static/")]
    found = {guess: client.get(guess).status_code for guess in guesses}
    assert {guess: status for guess, status in found.items() if status not in {404, 400, 301, 302}} == {}
    followed = [client.get(guess, follow=True) for guess, status in found.items() if status in {301, 302}]
    assert {response.status_code for response in followed} <= {404, 400}


def check(settings, **changes) -> list[str]:
    for name, value in changes.items():
        setattr(settings, name, value)
    return [error.id for error in (*private_files_have_no_public_place(), *scanner_has_an_address())]


def test_settings_of_the_tests_keep_private_files_private(settings):
    assert check(settings) == []


@pytest.mark.parametrize("below", ["", "/private"])
@pytest.mark.parametrize("served", ["MEDIA_ROOT", "STATIC_ROOT"])
def test_private_root_may_not_be_served(settings, tmp_path, served, below):
    assert check(settings, **{served: str(tmp_path), "PRIVATE_ROOT": f"{tmp_path}{below}"}) == ["service_forms.E002"]


def test_no_served_folder_may_be_below_the_private_root(settings, tmp_path):
    assert check(settings, PRIVATE_ROOT=str(tmp_path), MEDIA_ROOT=str(tmp_path / "media")) == ["service_forms.E002"]


def test_a_link_does_not_hide_that_they_are_the_same(settings, tmp_path):
    (tmp_path / "media").mkdir()
    (tmp_path / "private").symlink_to(tmp_path / "media")
    changes = {"PRIVATE_ROOT": str(tmp_path / "private"), "MEDIA_ROOT": str(tmp_path / "media")}
    assert check(settings, **changes) == ["service_forms.E002"]


def test_private_root_must_be_absolute(settings):
    assert check(settings, PRIVATE_ROOT="var/private") == ["service_forms.E001"]


def test_wrong_address_of_the_scanner_is_told(settings):
    assert check(settings, CLAMD_ADDR="clamd:3310") == ["service_forms.E003"]
