"""A partner's program pulls the catalogue: the list, a service, a template file, and later only what is new."""

from urllib.parse import urlsplit

import pytest

from services.models import ServicePage
from tests.builders import make_complete_service, make_department, publish

pytestmark = pytest.mark.django_db


def path_of(url: str) -> str:
    """The part of an absolute address that the test client understands."""
    assert url.startswith("http"), url
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def test_a_partner_pulls_the_catalogue_and_a_template(client):
    for number in range(5):
        make_complete_service(f"Dịch vụ {number}", department=make_department("Sở Y tế", unit_code="H56.22"))
    make_complete_service("Của sở khác")

    pulled, offset = [], 0
    while True:
        page = client.get("/api/v2/services/", {"department": "H56.22", "limit": 2, "offset": offset}).json()
        pulled += page["items"]
        offset += 2
        if offset >= page["meta"]["total_count"]:
            break
    assert [item["title"] for item in pulled] == [f"Dịch vụ {number}" for number in range(5)]

    detail = client.get(path_of(pulled[0]["meta"]["detail_url"])).json()
    assert detail["fees"][0]["amount"] == 8000
    template = next(document["template"] for document in detail["documents"] if document["template"])
    file = client.get(path_of(template["url"]))
    assert file.status_code == 200
    assert len(b"".join(file.streaming_content)) == template["size"]
    assert "attachment" in file.headers["Content-Disposition"]

    page = client.get(path_of(detail["meta"]["html_url"]))
    assert detail["title"] in page.content.decode(), "people find the same service at the address the API names"


def test_a_partner_comes_back_for_what_is_new(client):
    service = make_complete_service()
    make_complete_service("Đăng ký kết hôn")
    before = client.get("/api/v2/services/").json()
    seen = max(item["meta"]["last_published_at"] for item in before["items"])

    page = ServicePage.objects.get(pk=service.pk)
    page.level, page.payment_url, page.result_online = 4, "https://dichvucong.gov.vn/", True
    publish(page)

    news = client.get("/api/v2/services/", {"updated_since": seen, "order": "-last_published_at"}).json()["items"]
    assert (news[0]["id"], news[0]["level"]) == (service.pk, 4)


def test_a_partner_knows_a_service_by_its_code(client):
    service = make_complete_service(procedure_code="1.001193")
    answer = client.get("/api/v2/services/find/", {"code": "1.001193"}, follow=True)
    assert answer.json()["id"] == service.pk
