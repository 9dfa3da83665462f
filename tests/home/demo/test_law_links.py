"""What the demo's own sentences cite leads to a row, whose page says how the act stands."""

import re

import pytest

from core.models import LegalDocument, PortalSettings
from home.models import GuidancePage, NoticePage, StandardPage
from services.models import ServicePage
from tests.markup import soup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

STORED = re.compile(r'<a linktype=\\?"law\\?" id=\\?"(\d+)\\?"')
CITING = (GuidancePage, NoticePage, StandardPage)


def citing_pages():
    return [
        page
        for model in CITING
        for page in model.objects.live().filter(alias_of=None)
        if STORED.search(str(page.body.raw_data))
    ]


def test_articles_notices_and_standing_pages_cite_rows():
    pages = citing_pages()
    assert {type(page) for page in pages} == set(CITING)
    ids = {int(pk) for page in pages for pk in STORED.findall(str(page.body.raw_data))}
    assert len(ids) >= 10
    assert set(LegalDocument.objects.filter(pk__in=ids).exclude(key="").values_list("pk", flat=True)) == ids


def test_nothing_stored_names_a_key_instead_of_a_row():
    assert not [page for model in CITING for page in model.objects.all() if 'key="' in str(page.body.raw_data)]


def test_every_citation_leads_to_a_page_that_says_how_the_act_stands(client):
    addresses = set()
    for page in citing_pages():
        shown = soup(client.get(page.url).content).select(
            "main a[href*='/van-ban/'], main a[href*='/legal-documents/']"
        )
        assert shown, page.url
        assert all(link.get_text(strip=True) for link in shown)
        addresses |= {link["href"] for link in shown}
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200
        assert soup(answer.content).select_one("main dl > div > dd strong").get_text(strip=True), address


@pytest.mark.parametrize("slug", ["bon-muc-do-dich-vu-cong"])
def test_an_article_says_of_an_act_that_ended_since_when(client, slug):
    page = GuidancePage.objects.get(slug=slug, locale__language_code="vi")
    text = soup(client.get(page.url).content).main.get_text(" ", strip=True)
    assert "Thông tư 26/2009/TT-BTTTT (hết hiệu lực từ 1/6/2018) chia dịch vụ công" in text
    assert "Nghị định 42/2022/NĐ-CP (hết hiệu lực từ 1/7/2026) thay bốn mức" in text
    english = page.get_translations().get(locale__language_code="en")
    text = soup(client.get(english.url).content).main.get_text(" ", strip=True)
    assert "Circular 26/2009/TT-BTTTT (no longer in force since 1 June 2018) divides online" in text


def test_where_to_file_names_the_decree_of_the_row(client):
    rule = PortalSettings.load().reception_rule
    assert "{law nd-118-2025 Điều 14.2}" in rule
    LegalDocument.objects.filter(key="nd-118-2025").update(number="9/2030/NĐ-CP")
    found = [client.get(page.url).content.decode() for page in ServicePage.objects.live().order_by("pk")[:40:8]]
    assert any("Nghị định 9/2030/NĐ-CP, Điều 14.2" in text for text in found)


def test_acts_that_the_services_rest_on_are_the_same_rows():
    assert LegalDocument.objects.filter(number="118/2025/NĐ-CP").count() == 1
    assert LegalDocument.objects.get(number="64/2025/TT-BTC").key == "tt-64-2025-btc"
