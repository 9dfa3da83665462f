"""Standing pages are found by what they are for; banners and quick links are switched off and looked at beforehand."""

import pytest
from django.test import RequestFactory
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file

from core.models import PortalImage
from home.models import Banner, QuickLink, Role
from tests.builders import publish, trunk
from tests.builders_accounts import make_editor
from tests.builders_ownership import browser, make_office
from tests.markup import soup

pytestmark = pytest.mark.django_db


def test_a_standing_page_is_found_under_another_name_and_a_missing_one_is_told_to_administrators(client):
    office = make_office("Sở Y tế", "Cấp phép phòng khám")
    privacy = trunk().standing[Role.PRIVACY]
    administrator = browser(make_editor())
    told = soup(administrator.get(reverse("wagtailadmin_home")).content).select_one("[aria-labelledby$=standing_pages]")
    assert told.select_one(".th-count").get_text() == "5"
    privacy.title, privacy.slug = "Dữ liệu của bạn", "du-lieu-cua-ban"
    publish(privacy)
    link = soup(client.get(reverse("account_terms")).content).select_one("main a[href='/du-lieu-cua-ban/']")
    assert link.get_text() == "Dữ liệu của bạn"
    trunk().standing[Role.CONTACT].delete()
    told = soup(administrator.get(reverse("wagtailadmin_home")).content).select_one("[aria-labelledby$=standing_pages]")
    lines = [line.get_text(" ", strip=True) for line in told.select("li")]
    assert len(lines) == 4
    assert "Trang đã bị xóa" in lines[0]
    assert "Trang cổng nào cũng cần có" not in browser(office.editor).get(reverse("wagtailadmin_home")).content.decode()


def test_a_banner_and_a_quick_link_are_switched_off_and_a_banner_is_looked_at_before(client):
    locale = trunk().home.locale
    image = PortalImage.objects.create(title="Ảnh", file=get_test_image_file())
    banner = Banner.objects.create(title="Biểu ngữ", alt="Nộp tại nhà", image=image, locale=locale)
    link = QuickLink.objects.create(title="Cổng quốc gia", url="https://dichvucong.gov.vn", locale=locale)
    assert "Nộp tại nhà" in client.get("/").content.decode()
    assert "Cổng quốc gia" in client.get("/").content.decode()
    for row in (banner, link):
        row.is_shown = False
        row.save()
    assert "Nộp tại nhà" not in client.get("/").content.decode()
    assert "Cổng quốc gia" not in client.get("/").content.decode()
    shown = banner.make_preview_request(RequestFactory().get("/"), "")
    assert "Nộp tại nhà" in shown.render().content.decode()
