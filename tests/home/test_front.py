"""The home page: search first, and everything that can be counted is counted."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file

from core.models import LifeEvent, PortalImage, PortalSettings
from home.models import Banner, PopularService, QuickLink
from tests.builders import (
    make_audience,
    make_complete_service,
    make_department,
    make_field,
    make_guide,
    make_notice,
    make_service,
    publish,
    translate,
    trunk,
)
from tests.cost import cold_cost
from tests.markup import faults, soup

pytestmark = pytest.mark.django_db


def home(client, address="/"):
    answer = client.get(address)
    assert answer.status_code == 200
    assert faults(answer.content) == []
    return soup(answer.content)


def section(page, name):
    return page.select_one(f"section[aria-labelledby={name}]")


def make_banner(**fields) -> Banner:
    image = PortalImage.objects.create(title="Ảnh", file=get_test_image_file())
    return Banner.objects.create(
        title="Biểu ngữ", alt="Nộp hồ sơ tại nhà", image=image, locale=trunk().home.locale, **fields
    )


def fill_home() -> None:
    """Something in every section."""
    service = make_complete_service()
    start = trunk().home
    event = LifeEvent.objects.create(name="Sinh con", slug="sinh-con", summary="Khai sinh cho con", locale=start.locale)
    service.life_events = [event]
    publish(service)
    start.introduction_page = make_guide("Dịch vụ công là gì")
    start.popular_services.add(PopularService(service=service))
    publish(start)
    make_notice("Nghỉ Tết")
    make_banner(url="/huong-dan/")
    make_department("Sở cũ", is_former=True)


def test_an_empty_portal_still_has_a_home_page(client):
    trunk()
    page = home(client)
    assert page.main.form["action"] == "/tim-kiem/"
    assert section(page, "popular") is None


def test_the_search_box_is_the_first_control(client):
    fill_home()
    page = home(client)
    assert page.main.find(["input", "a"])["name"] == "q"


@pytest.mark.parametrize(
    ("address", "tracking", "dossiers"),
    [("/", "/tra-cuu/", "/ho-so/"), ("/en/", "/en/track/", "/en/submissions/")],
)
def test_whoever_has_filed_finds_the_dossier_from_the_home_page(client, address, tracking, dossiers):
    trunk()
    translate(trunk().home, {"Cổng Dịch vụ công Thanh Hóa": "Thanh Hóa Public Service Portal"})
    answer = client.get(address)
    form = soup(answer.content).main.find("form", class_="portal-track")
    assert (form["action"], form["method"], form.input["name"]) == (tracking, "get", "code")
    assert form.select_one("a")["href"] == dossiers
    assert "csrfmiddlewaretoken" not in answer.content.decode()
    assert not answer.cookies
    asked = client.get(form["action"], {"code": "H56-261122-0001"})
    assert soup(asked.content).find("input", {"name": "code"})["value"] == "H56-261122-0001"


def test_every_section_leads_on(client):
    fill_home()
    page = home(client)
    assert section(page, "popular").select_one(".portal-card a").get_text() == "Đăng ký khai sinh"
    assert section(page, "life-events").a["href"] == "/dich-vu/su-kien/sinh-con/"
    assert section(page, "audiences").a["href"] == "/dich-vu/doi-tuong/cong-dan/"
    assert section(page, "fields").a["href"] == "/dich-vu/linh-vuc/ho-tich/"
    assert "Dịch vụ công là gì" in section(page, "filing").get_text()
    assert "Sở cũ" in section(page, "departments").details.get_text()
    assert section(page, "news").time["datetime"] == timezone.localdate().isoformat()
    assert section(page, "banners").img["alt"] == "Nộp hồ sơ tại nhà"
    for link in ("/dich-vu/su-kien/sinh-con/", "/dich-vu/doi-tuong/cong-dan/", "/dich-vu/linh-vuc/ho-tich/"):
        assert "Đăng ký khai sinh" in client.get(link).content.decode()


def test_numbers_are_counted_from_the_pages(client):
    make_service("Một", level=3, audiences=[make_audience(), make_audience("Doanh nghiệp", "doanh-nghiep", "business")])
    make_service("Hai", level=1, field=make_field())
    make_service("Nháp", level=4, live=False)
    figures = [figure.strong.get_text() for figure in section(home(client), "figures").select("li")]
    assert figures == ["2", "1", "1"]


@pytest.mark.clock
def test_banners_and_notices_keep_their_dates(client):
    yesterday = timezone.localdate() - timedelta(days=1)
    make_banner(ends_on=yesterday)
    make_notice("Đã hết hạn", shown_until=yesterday, dated=yesterday)
    make_notice("Chưa đến ngày", dated=timezone.localdate() + timedelta(days=1))
    page = home(client)
    assert section(page, "banners") is None
    assert section(page, "news") is None


def test_the_footer_has_quick_links_and_contact(client):
    start = trunk().home
    QuickLink.objects.create(title="Cổng quốc gia", url="https://dichvucong.gov.vn", locale=start.locale)
    PortalSettings.objects.update(organisation="Trung tâm", hotline="02373 900 900", email="a@example.vn")
    footer = home(client).find("footer")
    assert "(trang khác)" in footer.get_text() or "trang web khác" in footer.get_text()
    assert footer.select_one("a[href='tel:02373900900']")
    assert footer.select_one("a[href='https://dichvucong.gov.vn']")["rel"] == ["external"]


def test_the_menu_marks_where_the_reader_is(client):
    make_service()
    page = soup(client.get("/dich-vu/").content)
    current = page.select("nav.portal-menu [aria-current]")
    assert [link.get_text() for link in current] == ["Dịch vụ công"]
    assert not home(client).select("nav.portal-menu [aria-current]")


def test_the_english_home_page_shows_the_same_counts(client):
    fill_home()
    translate(trunk().home, {"Cổng Dịch vụ công Thanh Hóa": "Thanh Hóa Public Service Portal"})
    page = home(client, "/en/")
    assert page.html["lang"] == "en"
    assert page.h1.get_text() == "Thanh Hóa Public Service Portal"
    assert section(page, "life-events").a["lang"] == "vi"
    assert section(page, "popular").select_one(".portal-card a")["lang"] == "vi"
    assert page.select_one(".portal-languages a")["href"] == "/"


def test_the_demonstration_says_what_it_is(client, settings):
    trunk()
    settings.DEMO = True
    assert "Trang minh họa – không phải cổng chính thức" in home(client).get_text()
    settings.DEMO = False
    assert "minh họa" not in home(client).get_text()


@pytest.mark.once  # counts statements, which are the same anywhere
def test_the_home_page_costs_the_same_queries_whatever_is_in_it(client):
    fill_home()
    client.get("/")  # the first visitor has the banner scaled
    before = cold_cost(client, "/")
    for number in range(5):
        service = make_complete_service(f"Số {number}", department=make_department(f"Sở {number}"))
        trunk().home.popular_services.create(service=service)
        make_notice(f"Tin {number}")
    assert cold_cost(client, "/") == before


def test_only_the_busiest_fields_stand_on_the_home_page(client):
    for number in range(14):
        make_service(f"Dịch vụ {number}", field=make_field(f"Lĩnh vực {number}", f"linh-vuc-{number}"))
    make_service("Thêm một", field=make_field("Lĩnh vực 13", "linh-vuc-13"))
    fields = section(home(client), "fields")
    shown = [item.a.get_text() for item in fields.select(".portal-topics li")]
    assert len(shown) == 12
    assert "Lĩnh vực 13" in shown
    assert fields.select("a")[-1]["href"] == "/dich-vu/linh-vuc/"
