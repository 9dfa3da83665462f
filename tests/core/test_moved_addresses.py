"""A page that gets another address takes along all that hangs below it: no old address dies, none goes in circles."""

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from tests.builders import make_department, make_guide, make_notice, make_service, publish, translate, trunk
from tests.builders_forms import make_fileable_service
from tests.builders_submissions import make_citizen

pytestmark = pytest.mark.django_db

BELOW_A_SERVICE = [
    "",
    "nop-ho-so/",
    "tinh-ngay-hen-tra/",
    "tinh-ngay-hen-tra/?received=2026-11-20T16:40&channel=online",
    "tinh-ngay-hen-tra.json?received=2026-11-20T16:40",
    "?truong-hop=mat",
]
BELOW_AN_ENGLISH_SERVICE = ["", "apply/", "due-date/", "due-date.json?received=2026-11-20T16:40"]


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    """Redirects are written when the change is."""

    def renamed(page: Page, slug: str) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            page = type(page).objects.get(pk=page.pk)
            page.slug = slug
            publish(page)

    return renamed


def leads_to(client: Client, old: str, new: str) -> None:
    answer = client.get(old)
    assert (answer.status_code, answer.headers.get("Location")) == (301, new)
    assert client.get(new).status_code == 200


@pytest.mark.parametrize("rest", BELOW_A_SERVICE)
def test_everything_below_a_service_moves_with_it_also_twice(client, rename, rest):
    service = make_fileable_service("Tách thửa đất")
    rename(service, "tach-thua")
    leads_to(client, f"/dich-vu/tach-thua-dat/{rest}", f"/dich-vu/tach-thua/{rest}")
    rename(service, "tach-hop-thua")
    for old in ("tach-thua-dat", "tach-thua"):
        leads_to(client, f"/dich-vu/{old}/{rest}", f"/dich-vu/tach-hop-thua/{rest}")


def test_the_way_to_the_form_of_a_service_moves_with_it(client, rename):
    service = make_fileable_service("Tách thửa đất")
    rename(service, "tach-thua")
    client.force_login(make_citizen())
    answer = client.get("/ho-so/moi/tach-thua-dat/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/dich-vu/tach-thua/nop-ho-so/")
    assert client.get("/ho-so/moi/khong-co/").status_code == 404


@pytest.mark.parametrize("rest", BELOW_AN_ENGLISH_SERVICE)
def test_everything_below_an_english_service_moves_with_it(client, rename, rest):
    translate(trunk().services, {"Dịch vụ công": "Services", "dich-vu": "services"})
    service = make_fileable_service("Tách thửa đất")
    english = translate(service, {"Tách thửa đất": "Land split", "tach-thua-dat": "land-split"})
    rename(english, "splitting-land")
    leads_to(client, f"/en/services/land-split/{rest}", f"/en/services/splitting-land/{rest}")
    assert client.get(service.get_url()).status_code == 200


def test_lists_departments_articles_and_notices_take_along_what_is_below_them(client, rename):
    department, notice = make_department(), make_notice()
    article = make_guide("Nộp hồ sơ")
    make_guide("Phần hai", parent=article)
    rename(department, "so-tu-phap-moi")
    rename(notice, "lich-moi")
    rename(article, "cach-nop")
    rename(trunk().guidance, "cam-nang")
    rename(trunk().departments, "don-vi")
    rename(trunk().notices, "tin")
    for old, new in {
        "/co-quan/so-tu-phap/?q=dat&page=1": "/don-vi/so-tu-phap-moi/?q=dat&page=1",
        "/co-quan/": "/don-vi/",
        "/thong-bao/lich-tiep-nhan-ho-so/": "/tin/lich-moi/",
        "/thong-bao/?page=1": "/tin/?page=1",
        "/huong-dan/nop-ho-so/": "/cam-nang/cach-nop/",
        "/huong-dan/nop-ho-so/phan-hai/?in=1": "/cam-nang/cach-nop/phan-hai/?in=1",
        "/huong-dan/cach-nop/phan-hai/": "/cam-nang/cach-nop/phan-hai/",
    }.items():
        leads_to(client, old, new)


def test_a_list_of_services_takes_its_services_along(client, rename):
    make_fileable_service("Tách thửa đất")
    rename(trunk().services, "thu-tuc")
    leads_to(client, "/dich-vu/tach-thua-dat/?truong-hop=mat", "/thu-tuc/tach-thua-dat/?truong-hop=mat")
    leads_to(client, "/dich-vu/?page=1&level=3", "/thu-tuc/?page=1&level=3")


def test_a_page_that_is_not_public_is_not_given_away(client, rename):
    service, hidden = make_service("Tách thửa đất"), make_service("Việc nội bộ")
    rename(service, "tach-thua")
    rename(hidden, "noi-bo")
    service.refresh_from_db()
    service.unpublish()
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    for old in ("/dich-vu/tach-thua-dat/", "/dich-vu/viec-noi-bo/", "/dich-vu/viec-noi-bo/nop-ho-so/"):
        assert client.get(old).status_code == 404


def test_pages_that_swapped_their_addresses_send_nobody_round_in_circles(client, rename):
    one, other = make_notice("Một"), make_notice("Hai")
    rename(one, "tam")
    rename(other, "mot")
    rename(one, "hai")
    assert (client.get("/thong-bao/mot/").status_code, client.get("/thong-bao/hai/").status_code) == (200, 200)
    assert client.get("/thong-bao/mot/khong-co/").status_code == 404
    assert client.get("/thong-bao/hai/khong-co/").status_code == 404
    leads_to(client, "/thong-bao/tam/", "/thong-bao/hai/")


def test_a_redirect_to_elsewhere_covers_itself_alone(client):
    trunk()
    Redirect.add_redirect("/cu", "/dich-vu/", is_permanent=False)
    answer = client.get("/cu/?page=1")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/dich-vu/?page=1")
    assert client.get("/cu/nua/").status_code == 404


def test_what_is_posted_to_an_old_address_is_not_sent_on(client, rename):
    service = make_fileable_service("Tách thửa đất")
    rename(service, "tach-thua")
    assert client.post("/dich-vu/tach-thua-dat/").status_code in (403, 404, 405)


@pytest.mark.parametrize("path", ["/dich-vu/tach-thua-dat/", "dich-vu/tach-thua-dat", "/dich-vu/tach-thua/"])
def test_the_finders_of_the_api_know_old_addresses(client, rename, path):
    service = make_service("Tách thửa đất")
    rename(service, "tach-thua")
    for kind in ("services", "pages"):
        answer = client.get(f"/api/v2/{kind}/find/", {"html_path": path})
        assert answer.headers.get("Location") == f"/api/v2/{kind}/{service.pk}/"
    assert client.get("/api/v2/services/find/", {"html_path": "/dich-vu/khong-co/"}).status_code == 404


def test_the_finders_of_the_api_know_slugs_of_today_and_older_ones(client, rename):
    service = make_service("Tách thửa đất")
    english = translate(service, {"Tách thửa đất": "Land split", "tach-thua-dat": "land-split"})
    rename(service, "tach-thua")
    for slug in ("tach-thua", "tach-thua-dat"):
        answer = client.get("/api/v2/services/find/", {"slug": slug})
        assert answer.headers.get("Location") == f"/api/v2/services/{service.pk}/"
    found = client.get("/api/v2/services/find/", {"slug": "land-split", "locale": "en"})
    assert found.headers["Location"] == f"/api/v2/services/{english.pk}/"
    assert client.get("/api/v2/services/find/", {"slug": "khong-co"}).status_code == 404
