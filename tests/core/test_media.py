"""What of the uploaded files has a public address: scaled pictures, and originals of pictures that are no secret."""

from urllib.parse import urlsplit

import pytest
from django.core.files.base import ContentFile

from tests.api.world import fetch, make_image, private_collection
from tests.builders import make_template

pytestmark = pytest.mark.django_db


def hide(item):
    item.collection = private_collection()
    item.save()
    return item


def test_a_document_has_no_address_in_the_folder_only_one_that_asks_who_may_read_it(client):
    document = make_template()
    assert client.get(f"/media/{document.file.name}").status_code == 404
    assert client.get(document.url).getvalue()
    hide(document)
    assert client.get(document.url).status_code == 302, "to the log-in"
    assert client.get(f"/media/{document.file.name}").status_code == 404


def test_the_original_of_a_picture_is_where_the_api_says_while_the_picture_is_public(client):
    image = make_image()
    address = fetch(f"images/{image.pk}/").json()["meta"]["download_url"]
    answer = client.get(urlsplit(address).path)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.getvalue().startswith(b"\x89PNG")
    hide(image)
    assert client.get(f"/media/{image.file.name}").status_code == 404


def test_scaled_pictures_are_read_from_the_folder(client):
    rendition = make_image().get_rendition("max-4x4")
    assert client.get(rendition.url).getvalue()


@pytest.mark.parametrize(
    "path",
    ["", "images/", "images/../documents/to-khai.docx", "images/%2e%2e/documents/to-khai.docx", "original_images/",
     "original_images/../documents/to-khai.docx", "original_images/x.png", "images/..%5cdocuments%5cto-khai.docx"],
)  # fmt: skip
def test_no_way_leads_from_the_pictures_to_the_other_files(client, path):
    make_template()
    assert client.get(f"/media/{path}").status_code in (400, 404)


def test_a_download_is_told_as_what_it_is_and_a_copy_that_is_fresh_is_not_sent_again(client):
    document = make_template()
    answer = client.get(document.url, headers={"accept-encoding": "gzip"})
    assert "Content-Encoding" not in answer.headers
    assert answer.headers["Content-Length"] == str(len(answer.getvalue()))
    tag = answer.headers["ETag"]
    assert len(tag) > 4, "one of its own"
    assert client.get(document.url, headers={"if-none-match": tag}).status_code == 304
    document.file.storage.delete(document.file.name)
    document.file.save("to-khai.docx", ContentFile(b"PK other"))
    assert client.get(document.url, headers={"if-none-match": tag}).getvalue() == b"PK other"


def test_a_document_whose_bytes_are_gone_is_not_found(client):
    document = make_template()
    document.file.storage.delete(document.file.name)
    assert client.get(document.url).status_code == 404
