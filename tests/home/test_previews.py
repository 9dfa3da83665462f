"""Editors see each kind of page before it is published: saved, changed, and not yet saved at all."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse
from wagtail.models import Locale

from accounts.models import User
from core.previews import ENGLISH, PRINT, SEARCH
from services.models import Fee, ServicePage
from tests.builders import make_complete_service, make_department, make_guide, make_notice, translate, trunk
from tests.forms import posted
from tests.markup import soup

pytestmark = pytest.mark.django_db


def preview(page, mode=None):
    answer = page.make_preview_request(preview_mode=mode)
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


@pytest.mark.parametrize("make", [make_department, make_guide, make_notice, make_complete_service])
@pytest.mark.parametrize("mode", [PRINT, SEARCH, ENGLISH])
def test_every_page_has_every_preview(make, mode):
    page = make()
    assert mode in dict(page.preview_modes)
    assert preview(page, mode).h1.get_text()


def test_the_editor_chooses_among_the_previews(client):
    client.force_login(User.objects.create_superuser("bien-tap@example.vn", "x"))
    page = soup(client.get(reverse("wagtailadmin_pages:edit", args=[make_guide().pk])).content)
    names = [option.get_text(strip=True) for option in page.select("#id_preview_mode option")]
    assert names == ["Như người dân thấy", "Bản in", "Trong kết quả tìm kiếm", "Bản tiếng Anh"]


def test_a_page_on_paper_has_the_printers_style():
    page = make_complete_service()
    sheets = [link["href"] for link in preview(page, PRINT).select("link[rel=stylesheet]")]
    assert any("paper" in sheet for sheet in sheets)
    assert not any("portal" in sheet for sheet in sheets)
    style = Path(finders.find("paper.css")).read_text(encoding="utf-8")
    assert "@media print" not in style
    assert "@media screen" not in style
    assert "not all and (prefers-color-scheme" not in style
    assert ".portal-print-qr" in style
    assert any("portal" in link["href"] for link in preview(page).select("link[rel=stylesheet]"))


def test_a_draft_is_seen_as_an_answer_of_the_search():
    service = make_complete_service()
    service.title, service.seo_title = "Tên đang sửa", "Tên cho máy tìm kiếm"
    service.fees = [Fee(name="Phí", status="amount", amount=12_000, locale=service.locale)]
    text = preview(service, SEARCH).main.get_text()
    for words in ("Tên đang sửa", "Tên cho máy tìm kiếm", "12.000 đồng", service.summary, service.url):
        assert words in text


def test_the_english_preview_is_the_draft_of_the_translation():
    guide = make_guide()
    assert "Chưa ai dịch" in preview(guide, ENGLISH).main.get_text()
    english = translate(guide, {guide.title: "How to file"})
    english.title = "How to file (draft)"
    english.save_revision()
    assert preview(guide, ENGLISH).h1.get_text() == "How to file (draft)"
    assert ENGLISH not in dict(english.preview_modes)
