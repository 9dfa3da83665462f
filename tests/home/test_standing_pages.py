"""The standing pages, the sitemap and the footer that leads to them."""

import pytest

from core.models import PortalSettings
from home.models import Role, StandardPage
from home.setup import ensure_trunk
from tests.builders import make_complete_service, make_department, make_guide, publish, translate, trunk
from tests.markup import faults, soup, words

pytestmark = pytest.mark.django_db

ADDRESSES = {
    Role.CONTACT: "/lien-he/",
    Role.ACCESSIBILITY: "/kha-nang-tiep-can/",
    Role.PRIVACY: "/du-lieu-ca-nhan/",
    Role.OPEN_DATA: "/du-lieu-mo/",
    Role.TERMS: "/dieu-khoan-su-dung/",
}


ALWAYS = ["/muc-do/", "/thong-ke/", "/tai-khoan/", "/so-do-trang/"]
"""Pages without an editor that stand in the footer only."""


def filled(role: Role) -> StandardPage:
    page = trunk().standing[role]
    page.summary = "Một câu mở đầu."
    page.body = [("text", "<p>Nội dung thật.</p>")]
    return publish(page)


def footer_links(client, address="/"):
    return [link["href"] for link in soup(client.get(address).content).select("nav[aria-labelledby=footer-about] a")]


@pytest.mark.parametrize("role", Role)
def test_a_standing_page_is_read_once_it_has_words(client, role):
    trunk()
    assert client.get(ADDRESSES[role]).status_code == 404, "an empty draft"
    filled(role)
    answer = client.get(ADDRESSES[role])
    assert answer.status_code == 200
    assert faults(answer.content) == []
    assert "Nội dung thật." in words(answer.content)


def test_the_footer_leads_to_published_pages_and_the_sitemap(client):
    trunk()
    assert footer_links(client) == ALWAYS
    for role in Role:
        filled(role)
    assert footer_links(client) == [*ADDRESSES.values(), *ALWAYS]
    assert not {*ADDRESSES.values()} & {
        link["href"] for link in soup(client.get("/").content).select(".portal-menu a")
    }, "they stand in no menu"


def test_every_role_exists_once_and_an_editors_words_stay(client):
    page = filled(Role.PRIVACY)
    page.title = "Dữ liệu của bạn"
    publish(page)
    ensure_trunk()
    assert StandardPage.objects.filter(locale__language_code="vi").count() == len(Role)
    assert StandardPage.objects.get(role=Role.PRIVACY, locale=page.locale).title == "Dữ liệu của bạn"


def test_contact_shows_what_is_known_and_says_what_is_not(client):
    settings = PortalSettings.load()
    settings.organisation, settings.hotline = "Văn phòng UBND tỉnh", "02373 900 900"
    settings.save()
    filled(Role.CONTACT)
    facts = soup(client.get("/lien-he/").content).main.select_one("dl")
    assert "Văn phòng UBND tỉnh" in facts.get_text()
    assert facts.select_one("a[href='tel:02373900900']")
    assert facts.get_text().count("Chưa công bố") == 2, "address and e-mail"


def test_a_standing_page_is_translated_like_any_other(client):
    translate(trunk().home, {})
    english = translate(
        filled(Role.PRIVACY), {"Bảo vệ dữ liệu cá nhân": "Personal data", "du-lieu-ca-nhan": "personal-data"}
    )
    assert english.role == Role.PRIVACY
    answer = client.get("/en/personal-data/")
    assert faults(answer.content) == []
    assert soup(answer.content).h1.get_text() == "Personal data"
    assert footer_links(client, "/en/") == [
        "/en/personal-data/",
        "/en/levels/",
        "/en/statistics/",
        "/en/account/",
        "/en/sitemap/",
    ]


@pytest.mark.parametrize("address", ["/so-do-trang/", "/en/sitemap/"])
def test_the_sitemap_leads_everywhere(client, address):
    make_complete_service()
    make_guide("Nộp hồ sơ trực tuyến")
    make_department("Sở cũ", is_former=True)
    answer = client.get(address)
    assert faults(answer.content) == []
    text = words(soup(answer.content).main.get_text())
    for part in ("Hộ tịch", "Sở Tư pháp", "Sở cũ", "Nộp hồ sơ trực tuyến"):
        assert part in text, part
