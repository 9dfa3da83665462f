"""One procedure, one code: whichever form a person or program has on paper, it leads to the service."""

import pytest

from tests.builders import make_department, make_service

pytestmark = pytest.mark.django_db

FORMS = [
    "1.014100",
    "1.014100.000.00.00.H56",
    "1.014100.000.00.00.h56",
    "1.014100.000.00.00.H01",
    "１．０１４１００",
    " 1.014100\u200b",
]


@pytest.fixture
def service():
    make_service("Đăng ký khai sinh", procedure_code="2.000635")
    return make_service("Tách thửa đất", procedure_code="1.014100")


@pytest.mark.parametrize("form", FORMS)
def test_the_address_by_code_leads_to_the_service(client, service, form):
    answer = client.get(f"/dich-vu/ma/{form}/")
    assert (answer.status_code, answer.headers.get("Location")) == (301, service.get_url())


@pytest.mark.parametrize("form", FORMS)
def test_the_api_finds_and_filters_by_every_form(client, service, form):
    found = client.get("/api/v2/services/find/", {"code": form})
    assert found.headers.get("Location") == f"/api/v2/services/{service.pk}/"
    listed = client.get("/api/v2/services/", {"code": form}).json()
    assert [item["id"] for item in listed["items"]] == [service.pk]
    searched = client.get("/api/v2/services/", {"search": form}).json()
    assert [item["id"] for item in searched["items"]] == [service.pk]


@pytest.mark.parametrize("form", FORMS)
def test_the_searches_of_the_site_find_that_service_alone(client, service, form):
    for address in ("/tim-kiem/", make_department().get_url()):
        page = client.get(address, {"q": form}).content.decode()
        assert service.get_url() in page
        assert "/dich-vu/dang-ky-khai-sinh/" not in page


def test_an_older_code_that_the_page_keeps_is_found_whole_and_by_its_stem(client):
    service = make_service("Tách thửa đất", procedure_code="1.014100", legacy_code="2.000333.000.00.00.H56")
    make_service("Đăng ký khai sinh", procedure_code="2.000635")
    for form in ("2.000333", "2.000333.000.00.00.H56", "2.000333.000.00.00.H12"):
        assert client.get(f"/dich-vu/ma/{form}/").headers.get("Location") == service.get_url()
        assert client.get("/api/v2/services/find/", {"code": form}).status_code == 302


def test_the_service_that_has_a_code_today_goes_before_one_that_had_it(client):
    make_service("Thủ tục cũ", procedure_code="1.000001", legacy_code="1.014100.000.00.00.H56")
    service = make_service("Tách thửa đất", procedure_code="1.014100")
    make_service("Thủ tục khác", procedure_code="1.000002", legacy_code="1.014100")
    assert client.get("/dich-vu/ma/1.014100.000.00.00.H56/").headers["Location"] == service.get_url()
    assert client.get("/api/v2/services/find/?code=1.014100").headers["Location"].endswith(f"/{service.pk}/")
