"""What an editor does to a Vietnamese page happens to its pages in other languages too."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page

from accounts.models import User
from tests.builders import make_department, make_service, translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_superuser("bientap@example.vn", "x"))
    return client


@pytest.fixture
def pair():
    service = make_service("Đăng ký khai sinh")
    return service, translate(service, {"Đăng ký khai sinh": "Birth registration"})


def press(editor, action: str, page: Page, *more, **data) -> None:
    answer = editor.post(reverse(f"wagtailadmin_pages:{action}", args=(page.pk, *more)), data)
    assert answer.status_code == 302, answer.content.decode()


def test_a_deleted_service_leaves_no_english_page_behind(editor, pair):
    press(editor, "delete", pair[0])
    assert not Page.objects.filter(translation_key=pair[0].translation_key).exists()


def test_an_unpublished_service_is_offline_in_english_too(editor, client, pair):
    press(editor, "unpublish", pair[0])
    for page in pair:
        assert client.get(page.get_url()).status_code == 404


def test_taking_down_the_translation_leaves_the_vietnamese_page_online(editor, client, pair):
    press(editor, "unpublish", pair[1])
    assert client.get(pair[0].get_url()).status_code == 200


def test_a_service_moves_to_its_new_department_in_both_languages_and_keeps_its_addresses(editor, client, pair):
    new_home = make_department("Sở Nội vụ")
    new_home.copy_for_translation(Locale.objects.get(language_code="en"), alias=True)
    before = [page.get_url() for page in pair]

    press(editor, "move_confirm", pair[0], new_home.pk)

    after = [Page.objects.get(pk=page.pk).specific for page in pair]
    assert [page.get_url() for page in after] == before
    assert {page.get_parent().translation_key for page in after} == {new_home.translation_key}
    assert client.get(before[0]).status_code == 200
