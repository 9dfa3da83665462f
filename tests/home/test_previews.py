"""Editors see each kind of page before it is published: saved, changed, and not yet saved at all."""

import pytest
from django.urls import reverse
from wagtail.models import Locale

from accounts.models import User
from services.models import Fee, ServicePage
from tests.builders import make_complete_service, make_department, make_guide, make_notice, trunk
from tests.forms import posted
from tests.markup import soup

pytestmark = pytest.mark.django_db


def preview(page):
    answer = page.make_preview_request()
    assert answer.status_code == 200, answer
    return soup(answer.content)


@pytest.mark.parametrize("name", ["home", "services", "departments", "guidance", "notices"])
def test_the_trunk_can_be_previewed(name):
    page = getattr(trunk(), name)
    page.title = "Tên đang sửa"
    assert preview(page).h1.get_text() == "Tên đang sửa"


@pytest.mark.parametrize("make", [make_department, make_guide, make_notice, make_complete_service])
def test_a_changed_page_can_be_previewed_before_it_is_saved(make):
    page = make()
    page.title = "Tên đang sửa"
    assert preview(page).h1.get_text() == "Tên đang sửa"


def test_rows_that_are_not_saved_yet_are_shown():
    service = make_complete_service()
    service.slug = "dia-chi-dang-sua"
    service.fees.add(Fee(name="Phí đang sửa", status="amount", amount=12_000, channel="post", locale=service.locale))
    text = preview(service).get_text()
    assert "Phí đang sửa" in text
    assert "12.000 đồng" in text


def test_a_draft_that_was_never_published_can_be_previewed():
    assert preview(make_complete_service(live=False)).h1.get_text() == "Đăng ký khai sinh"


def test_a_new_service_can_be_previewed_from_the_form(client):
    client.force_login(User.objects.create_superuser("bien-tap@example.vn", "x"))
    department = make_department()
    address = reverse("wagtailadmin_pages:preview_on_add", args=["services", "servicepage", department.pk])
    page = ServicePage(title="Mới", official_name="Thủ tục mới", locale=Locale.objects.get(language_code="vi"))
    assert client.post(address, posted(page)).json()["is_valid"]
    shown = client.get(address, {"mode": ""})
    assert shown.status_code == 200
    assert soup(shown.content).h1.get_text() == "Mới"
