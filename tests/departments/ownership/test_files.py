"""Files belong to departments; one that a published page uses is neither deleted nor exchanged."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection

from accounts.groups import shared_collection
from core.models import PortalDocument, PortalImage
from tests.builders import DOCX, make_notice, make_service
from tests.builders_accounts import make_editor
from tests.builders_ownership import Office, browser, make_office
from tests.services.forms.uploads.samples import png, word

pytestmark = pytest.mark.django_db


@pytest.fixture
def health() -> Office:
    return make_office("Sở Y tế", "Cấp phép hoạt động phòng khám")


@pytest.fixture
def construction() -> Office:
    return make_office("Sở Xây dựng", "Cấp giấy phép xây dựng")


def document(title: str, collection: Collection) -> PortalDocument:
    return PortalDocument.objects.create(title=title, file=ContentFile(DOCX, name="x.docx"), collection=collection)


def words_after(answer: Any) -> str:
    return " ".join(map(str, get_messages(answer.wsgi_request)))


def upload(client: Client, collection: Collection, title: str = "Tờ khai") -> Any:
    file = SimpleUploadedFile("to-khai.docx", word())
    return client.post(
        reverse("wagtaildocs:add"), {"title": title, "file": file, "collection": collection.pk, "code": ""}
    )


def test_an_editor_adds_files_to_the_own_collection_alone(health, construction):
    client = browser(health.editor)
    for collection in (construction.groups.collection, shared_collection(), Collection.get_first_root_node()):
        upload(client, collection)
    assert set(PortalDocument.objects.values_list("collection", flat=True)) <= {health.groups.collection.pk}
    upload(client, health.groups.collection, "Tờ khai y tế")
    assert PortalDocument.objects.get(title="Tờ khai y tế").collection == health.groups.collection


def test_files_of_another_department_are_not_listed_opened_or_changed(health, construction):
    other, own = document("Mẫu mật", construction.groups.collection), document("Mẫu", health.groups.collection)
    common = document("Mẫu chung", shared_collection())
    client = browser(health.editor)
    listed = client.get(reverse("wagtaildocs:index")).content.decode()
    chosen = client.get(reverse("wagtaildocs_chooser:choose_results")).content.decode()
    assert (own.title in listed, other.title in listed) == (True, False)
    assert (own.title in chosen, common.title in chosen, other.title in chosen) == (True, True, False)
    assert client.get(reverse("wagtaildocs:edit", args=[own.pk])).status_code == 200
    for file in (other, common):
        assert client.get(reverse("wagtaildocs:edit", args=[file.pk])).status_code == 302
        client.post(reverse("wagtaildocs:delete", args=[file.pk]))
    assert PortalDocument.objects.count() == 3


@pytest.fixture
def used() -> PortalDocument:
    """A file that a published notice offers."""
    file = document("Tờ khai", shared_collection())
    make_notice("Lịch tiếp nhận", body=[("file", {"document": file})])
    return file


@pytest.mark.references
def test_a_file_in_use_is_not_deleted_and_the_pages_are_named(used):
    client = browser(make_editor())
    client.post(reverse("wagtaildocs:delete", args=[used.pk]))
    address = f"{reverse('wagtail_bulk_action', args=['core', 'portaldocument', 'delete'])}?id={used.pk}"
    assert "“Lịch tiếp nhận”" in words_after(client.post(address))
    with pytest.raises(ValidationError):
        used.delete()
    assert PortalDocument.objects.filter(pk=used.pk).exists()


def test_a_template_of_a_service_is_protected_whoever_deletes_it_and_however():
    file = document("Tờ khai", shared_collection())
    make_service("Đăng ký khai sinh", live=False, documents=[{"name": "Tờ khai", "template": file}])
    for delete in (file.delete, PortalDocument.objects.filter(pk=file.pk).delete):
        with pytest.raises(ProtectedError):
            delete()


@pytest.mark.references
def test_a_file_in_use_is_not_exchanged(used):
    client, before = browser(make_editor()), used.file.name
    data = {"title": "Tờ khai mới", "code": "", "collection": used.collection_id}
    answer = client.post(
        reverse("wagtaildocs:edit", args=[used.pk]), {**data, "file": SimpleUploadedFile("moi.docx", word())}
    )
    assert "“Lịch tiếp nhận”" in " ".join(answer.context["form"].errors["file"])
    used.refresh_from_db()
    assert used.file.name == before
    assert client.post(reverse("wagtaildocs:edit", args=[used.pk]), data).status_code == 302
    used.refresh_from_db()
    assert (used.title, used.file.name) == ("Tờ khai mới", before)


@pytest.mark.references
def test_a_picture_a_published_page_shows_stays_and_another_goes():
    shown, loose = (
        PortalImage.objects.create(title=title, file=ContentFile(png(), name=f"{number}.png"))
        for number, title in enumerate(("Trên trang", "Rời"))
    )
    make_notice("Lịch nghỉ", body=[("image", {"image": shown, "alt": "x", "caption": ""})])
    client = browser(make_editor())
    client.post(reverse("wagtailimages:delete", args=[shown.pk]))
    client.post(reverse("wagtailimages:delete", args=[loose.pk]))
    assert list(PortalImage.objects.values_list("title", flat=True)) == ["Trên trang"]
    file = SimpleUploadedFile("moi.png", png())
    data = {"title": "Trên trang", "description": "x", "collection": shown.collection_id, "file": file}
    answer = client.post(reverse("wagtailimages:edit", args=[shown.pk]), data)
    assert "“Lịch nghỉ”" in " ".join(answer.context["form"].errors["file"])


@pytest.mark.references
def test_a_file_only_a_draft_names_may_go():
    file = document("Bản thảo", shared_collection())
    make_notice("Chưa đăng", live=False, body=[("file", {"document": file})])
    browser(make_editor()).post(reverse("wagtaildocs:delete", args=[file.pk]))
    assert not PortalDocument.objects.exists()
