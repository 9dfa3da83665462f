"""Public pages by their addresses: who may keep them, where they lead, in which language they answer."""

import pytest

from tests.builders import make_department, make_guide, make_service, publish, translate, trunk
from tests.markup import soup

pytestmark = pytest.mark.django_db

PUBLIC = [
    "/",
    "/dich-vu/",
    "/muc-do/",
    "/co-quan/",
    "/huong-dan/",
    "/thong-bao/",
    "/tim-kiem/?q=khai+sinh",
    "/en/levels/",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_anyone_may_keep_a_public_page(client, address):
    make_service()
    answer = client.get(address)
    assert answer.status_code == 200
    assert "public" in answer.headers["Cache-Control"]
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")
    again = client.get(address, headers={"if-none-match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert again.content == b""


def test_the_address_alone_decides_the_language(client):
    trunk()
    for address, language in (("/muc-do/", "vi"), ("/en/levels/", "en")):
        answer = client.get(
            address, headers={"accept-language": "fr, en;q=0.9, vi;q=0.1", "cookie": "django_language=de"}
        )
        assert soup(answer.content).html["lang"] == language
        assert answer.headers["Content-Language"] == language
        assert "Accept-Language" not in answer.headers.get("Vary", "")


def test_a_page_without_english_version_leads_to_the_vietnamese_one(client):
    service = make_service()
    translate(service.get_parent(), {})
    english = translate(trunk().home, {}).locale
    if not service.has_translation(english):
        service.copy_for_translation(english, alias=True)
    answer = client.get(service.get_translation(english).get_url())
    assert (answer.status_code, answer.url) == (302, service.get_url())


def test_the_tree_address_of_a_service_leads_to_its_flat_one(client):
    service = make_service(department=make_department("Sở Y tế"))
    answer = client.get("/co-quan/so-y-te/dang-ky-khai-sinh/?x=1")
    assert (answer.status_code, answer.url) == (301, "/dich-vu/dang-ky-khai-sinh/?x=1")
    assert client.get(service.get_url()).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/dich-vu/ma/9.999999/",
        "/dich-vu/ma/",
        "/dich-vu/khong-co/",
        "/dich-vu/dang-ky-khai-sinh/them/",
        "/co-quan/khong/",
    ],
)
def test_an_address_that_leads_nowhere_is_not_found(client, address):
    make_service(procedure_code="1.001193")
    assert client.get(address).status_code == 404


def test_a_draft_is_not_found(client):
    draft = make_service(live=False)
    assert client.get(draft.get_url()).status_code == 404
    assert client.get(f"/dich-vu/ma/{draft.procedure_code}/").status_code == 404


def test_moving_a_service_to_another_department_keeps_its_address(client):
    service = make_service(department=make_department("Sở Nội vụ"))
    address = service.get_url()
    service.move(make_department("Sở Y tế"), pos="last-child")
    page = soup(client.get(address).content)
    assert page.select_one(".portal-caption a").get_text() == "Sở Y tế"


@pytest.mark.parametrize("make", [make_service, make_department, make_guide])
def test_a_changed_slug_leaves_a_redirect(client, make, django_capture_on_commit_callbacks):
    page = make()
    old = page.get_url()
    page.slug = "ten-moi"
    with django_capture_on_commit_callbacks(execute=True):
        publish(page)
    page.refresh_from_db()
    answer = client.get(old)
    assert (answer.status_code, answer.url) == (301, page.get_url())
    assert answer.url.endswith("/ten-moi/")
