"""Short names of papers: what a citizen reads first, and the official name one press behind it."""

import pytest
from django.urls import reverse

from tests.builders import make_complete_service, translate
from tests.builders_forms import make_fileable_service
from tests.markup import faults, soup, words

pytestmark = pytest.mark.django_db

OFFICIAL = "Giấy tờ chứng minh quyền sử dụng đất hoặc hợp đồng thuê đất theo quy định của pháp luật về đất đai"
SHORT = "Giấy tờ chứng minh quyền sử dụng đất hoặc hợp đồng thuê đất"
PAPERS = [
    {"name": OFFICIAL, "short_name": SHORT, "english_short_name": "Proof of land use right, or lease"},
    {"name": "Tờ khai", "english_short_name": "Declaration"},
]


def without_details(main):
    for details in main.select("details"):
        details.extract()
    return words(str(main))


@pytest.mark.parametrize("make", [make_complete_service, make_fileable_service])
def test_pages_show_the_short_name_and_open_the_official_one(client, make):
    service = make(documents=PAPERS)
    start = reverse("apply", args=[service.slug])
    for address in (service.get_url(), *([start] if make is make_fileable_service else [])):
        answer = client.get(address)
        assert faults(answer.content) == []
        main = soup(answer.content).main
        (opened,) = [one for one in main.select("details.portal-whole-name") if OFFICIAL in words(str(one))]
        assert opened.summary.get_text() == f"Đọc nguyên văn: {SHORT}", "repeated links name their paper"
        assert "Tên ngắn do cổng này đặt" in words(str(opened))
        shown = without_details(main)
        assert SHORT in shown
        assert OFFICIAL not in shown
        assert "Tờ khai" in shown


@pytest.mark.once
def test_the_mark_of_an_abridged_name_stands_where_that_name_is_read(client):
    page = make_complete_service(documents=[{**PAPERS[0], "is_abridged": True}, {"name": "Đơn …", "is_abridged": True}])
    main = soup(client.get(page.get_url()).content).main
    assert words(str(main)).count("(rút gọn)") == 2
    assert without_details(main).count("(rút gọn)") == 1, "a short name was cut by nobody"


@pytest.mark.once
def test_readers_of_english_get_the_list_of_papers_marked_unofficial(client):
    named = {"english_title": "Land", "english_facts": "Papers: proof; declaration\nResult: certificate"}
    page = make_complete_service(documents=PAPERS, **named)
    english = soup(client.get(page.get_url()).content).find(id="in-english")
    assert [one.get_text() for one in english.ol("li")] == [paper["english_short_name"] for paper in PAPERS]
    assert [one.get_text() for one in english.ul("li")] == ["Result: certificate"], "papers are told once"
    assert "Nobody official has checked" in words(str(english))


@pytest.mark.once
def test_half_a_list_in_english_is_none(client):
    named = {"english_title": "Land", "english_facts": "Papers: proof; declaration"}
    page = make_complete_service(documents=[*PAPERS, {"name": "Giấy ủy quyền"}], **named)
    english = soup(client.get(page.get_url()).content).find(id="in-english")
    assert english.ol is None
    assert [one.get_text() for one in english.ul("li")] == ["Papers: proof; declaration"]


@pytest.mark.once
def test_a_translator_translates_the_short_name_and_the_english_one_stays_a_fact(client):
    page = make_complete_service(slug="dat", documents=PAPERS)
    told = {SHORT: "Land papers", OFFICIAL: "Proof of the right to use land, or a lease", "dat": "land"}
    english = translate(page, told)
    row = english.documents.first()
    assert (row.short_name, row.english_short_name) == ("Land papers", PAPERS[0]["english_short_name"])
    main = soup(client.get(english.get_url()).content).main
    (opened,) = main.select("details.portal-whole-name")
    assert opened.summary.get_text() == "Read the official name: Land papers"
    assert told[OFFICIAL] in words(str(opened))


@pytest.mark.once
def test_partners_read_both_names(client):
    page = make_complete_service(documents=PAPERS)
    told = client.get(f"/api/v2/services/{page.pk}/?fields=_,documents").json()["documents"]
    assert [(row["name"], row["short_name"]) for row in told] == [(OFFICIAL, SHORT), ("Tờ khai", "")]
    assert told[1]["english_short_name"] == "Declaration"
