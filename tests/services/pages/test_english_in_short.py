"""A service without a page in English has a name in English: in lists, on its Vietnamese page and for partners."""

import pytest

from services.models import ServicePage
from tests.builders import make_complete_service, translate, trunk
from tests.markup import faults, soup, words

ENGLISH = {
    "english_title": "Register a birth",
    "english_summary": "Get a birth certificate.",
    "english_alt_names": "birth certificate\nregister a baby",
    "english_facts": "Papers: declaration of birth; identity document\nResult: birth certificate of the child",
}


@pytest.fixture
def service(db) -> ServicePage:
    service = make_complete_service(**ENGLISH)
    translate(trunk().services, {"Dịch vụ công": "Services", "dich-vu": "services"})
    return service


def headings(client, address: str) -> list:
    return soup(client.get(address).content).select(".portal-card h3")


def test_names_are_those_of_the_service_then_those_of_its_facts():
    assert ServicePage(**ENGLISH).english_names() == [
        *("Register a birth", "birth certificate", "register a baby"),
        *("declaration of birth", "identity document", "birth certificate of the child"),
    ]
    assert ServicePage().english_names() == []


def test_english_list_names_it_in_english_and_says_that_the_page_is_in_vietnamese(client, service):
    answer = client.get("/en/services/")
    assert faults(answer.content) == []
    card = soup(answer.content).select_one(".portal-card")
    link = card.h3.a
    assert link.get_text() == "Register a birth (in Vietnamese)"
    assert (link["hreflang"], link["href"]) == ("vi", f"{service.get_url()}#in-english")
    assert card.find(lang="vi").get_text() == service.title, "what the counter calls it"
    assert "unofficial translations" in words(answer.content)


def test_the_vietnamese_list_knows_no_english(client, service):
    (heading,) = headings(client, "/dich-vu/")
    assert str(heading) == f'<h3><a href="{service.get_url()}">{service.title}</a></h3>'


def test_the_vietnamese_page_holds_the_words_in_english_marked_unofficial(client, service):
    answer = client.get(service.get_url())
    assert faults(answer.content) == []
    english = soup(answer.content).find("details", lang="en")
    assert english.find(id="in-english")
    assert "unofficial translation" in english.summary.get_text()
    assert [fact.get_text() for fact in english.find_all("li")] == ENGLISH["english_facts"].splitlines()
    assert ENGLISH["english_summary"] in words(str(english))


def test_a_page_in_english_takes_the_place_of_the_words(client, service):
    page = translate(service, {service.title: "Birth registration", service.slug: "birth-registration"})
    assert page.english_title == ENGLISH["english_title"], "facts follow the Vietnamese page"
    for address in (service.get_url(), page.get_url()):
        assert soup(client.get(address).content).find(id="in-english") is None
    (heading,) = headings(client, "/en/services/")
    assert str(heading) == f'<h3><a href="{page.get_url()}">Birth registration</a></h3>'


def test_partners_read_the_words_and_that_they_are_unofficial(client, service):
    told = client.get(f"/api/v2/services/{service.pk}/?fields=_,english").json()["english"]
    assert told == {
        "title": "Register a birth",
        "summary": "Get a birth certificate.",
        "facts": ENGLISH["english_facts"].splitlines(),
        "names": service.english_names(),
        "is_official": False,
    }
