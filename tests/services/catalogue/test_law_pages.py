"""The page of a legal document: its state, how sure it is, what is around it, who cites it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.law_rows import ensure_laws
from core.models import LegalDocument
from services.catalogue.law_pages import LONGEST, public_addresses
from tests.builders import make_legal_document, make_service
from tests.markup import faults, soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _laws(travel):
    travel("2026-11-30T09:00")
    ensure_laws()


def facts(page) -> dict[str, str]:
    return {row.dt.get_text(" ", strip=True): row.dd.get_text(" ", strip=True) for row in page.select("main dl > div")}


def test_an_act_that_ended_says_since_when_and_what_came_after(client):
    answer = client.get("/van-ban/nd-61-2018/")
    assert answer.status_code == 200
    assert faults(answer.content) == []
    page = soup(answer.content)
    assert page.h1.get_text() == "Nghị định 61/2018/NĐ-CP"
    told = facts(page)
    assert told["Tình trạng hôm nay"] == "hết hiệu lực từ 1/7/2025"
    assert told["Được thay bằng"].startswith("Nghị định 118/2025/NĐ-CP – ")
    assert "chưa đối chiếu" in told["Mức độ đối chiếu"]
    assert page.select_one("main dl a[href='/van-ban/nd-118-2025/']")


@pytest.mark.parametrize(
    ("key", "state"),
    [
        ("nd-118-2025", "còn hiệu lực"),
        ("luat-ho-tich-2026", "có hiệu lực từ 1/3/2027"),
        ("tt-03-2025-vpcp", "chưa rõ ngày có hiệu lực"),
    ],
)
def test_the_state_is_shown(client, key, state):
    assert facts(soup(client.get(f"/van-ban/{key}/").content))["Tình trạng hôm nay"] == state


def test_only_what_was_read_on_an_official_page_counts_as_checked(client):
    LegalDocument.objects.filter(key="nd-118-2025").update(certainty="official")
    told = facts(soup(client.get("/van-ban/nd-118-2025/").content))
    assert told["Mức độ đối chiếu"] == "đã đối chiếu ở trang chính thức"


def test_english_readers_find_it_at_an_address_of_their_own(client):
    page = soup(client.get("/en/legal-documents/nd-118-2025/").content)
    assert page.h1.get_text() == "Decree 118/2025/NĐ-CP"
    assert faults(str(page)) == []
    links = {link["hreflang"]: link["href"] for link in page.select("link[rel=alternate][hreflang]")}
    assert links["vi"].endswith("/van-ban/nd-118-2025/")
    assert links["en"].endswith("/en/legal-documents/nd-118-2025/")


def test_services_that_cite_it_are_named(client):
    law = make_legal_document()
    make_service("Đăng ký khai sinh", legal_bases=[{"legal_document": law, "note": "Điều 13"}])
    make_service("Đăng ký khai tử", live=False, legal_bases=[{"legal_document": law, "note": ""}])
    page = soup(client.get(f"/van-ban/{law.pk}/").content)
    assert [link.get_text() for link in page.select("section[aria-labelledby=services] a")] == ["Đăng ký khai sinh"]


def test_of_many_services_some_are_named_and_the_list_is_linked(client, monkeypatch):
    monkeypatch.setattr("services.catalogue.law_pages.LONGEST", 2)
    law = make_legal_document()
    for number in range(3):
        make_service(f"Dịch vụ {number}", legal_bases=[{"legal_document": law, "note": ""}])
    section = soup(client.get(f"/van-ban/{law.pk}/").content).select_one("section[aria-labelledby=services]")
    assert "Ở đây nêu 2 trong 3 dịch vụ công." in section.get_text()
    assert section.select("a")[-1]["href"] == "/dich-vu/"
    assert LONGEST == 50


def test_the_number_of_a_row_leads_to_its_key(client):
    row = LegalDocument.objects.get(key="nd-118-2025")
    answer = client.get(f"/van-ban/{row.pk}/")
    assert (answer.status_code, answer["Location"]) == (301, "/van-ban/nd-118-2025/")


@pytest.mark.parametrize("key", ["khong-co", "999999", "9" * 30])
def test_an_unknown_document_is_not_found_in_words(client, key):
    answer = client.get(f"/van-ban/{key}/")
    assert answer.status_code == 404
    assert "Không có văn bản pháp luật nào ở địa chỉ này." in words(answer.content)


def test_the_page_sets_no_cookie_and_may_be_kept(client):
    answer = client.get("/van-ban/nd-118-2025/")
    assert not answer.cookies
    assert "public" in answer["Cache-Control"]


def test_queries_do_not_grow_with_services(client):
    law = make_legal_document()
    counted = []
    for number in range(3):
        make_service(f"Dịch vụ {number}", legal_bases=[{"legal_document": law, "note": ""}])
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/van-ban/{law.pk}/")
        counted.append(len(queries))
    assert counted[1] == counted[2]


def test_every_document_stands_in_the_sitemap():
    law = make_legal_document()
    found = public_addresses()
    assert {"vi": "/van-ban/nd-118-2025/", "en": "/en/legal-documents/nd-118-2025/"} in found
    assert {"vi": f"/van-ban/{law.pk}/", "en": f"/en/legal-documents/{law.pk}/"} in found


def test_a_document_without_a_number_is_known_by_its_title(client):
    law = LegalDocument.objects.create(title="Luật Khiếu nại 2011", kind="law", issued_on=date(2011, 11, 11))
    assert soup(client.get(f"/van-ban/{law.pk}/").content).h1.get_text() == "Luật Khiếu nại 2011"
