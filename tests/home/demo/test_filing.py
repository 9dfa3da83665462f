"""Every service of the demo that takes filings, walked in both languages from the green button to an open form."""

import pytest
from bs4 import Tag
from django.urls import reverse
from django.utils import translation

from services.models import ServicePage
from services.rules.choices import ApplyMode
from tests.builders_submissions import make_citizen
from tests.home.demo.pages import vietnamese
from tests.markup import soup

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.once, pytest.mark.walk]

FILED_HERE = 40


def filed_here() -> list[ServicePage]:
    pages = vietnamese(ServicePage).live().filter(handling_agencies__apply_mode=ApplyMode.SITE_FORM)
    return list(pages.distinct().order_by("path"))


def main_of(client, address: str) -> Tag:
    """The page a person ends up on, without the frame around it."""
    answer = client.get(address, follow=True)
    assert answer.status_code == 200, address
    return soup(answer.content).find("main")


def button(page: Tag, address: str) -> str:
    """Where the button that leads to that address leads."""
    found = page.find("a", class_="govuk-button", href=address)
    assert found, f"no button to {address}: {page.get_text(' ', strip=True)[:600]}"
    return found["href"]


def begin(client, page: Tag, address: str) -> Tag:
    """Press the button of the page that chooses the agency, with the first choice where there are several."""
    fields = page.find("form").find_all("input", attrs={"name": True})
    first = {field["name"]: field["value"] for field in reversed(fields)}
    answer = client.post(address, first, follow=True)
    assert answer.status_code == 200
    return soup(answer.content).find("main")


def walk(client, service: ServicePage) -> Tag:
    """The first step of the form of that service, reached as a reader of the language in force reaches it."""
    start = button(main_of(client, service.get_url()), reverse("apply", args=[service.slug]))
    new = button(main_of(client, start), reverse("submission_new", args=[service.slug]))
    draft = begin(client, main_of(client, new), new)
    return main_of(client, draft.find("a", class_="govuk-button")["href"])


def shown_in(language: str, service: ServicePage) -> ServicePage:
    """The page a reader of that language is led to: the published translation, else the Vietnamese page."""
    same = ServicePage.objects.live().filter(translation_key=service.translation_key, alias_of__isnull=True)
    return same.filter(locale__language_code=language).first() or service


def test_forty_services_take_filings():
    assert len(filed_here()) == FILED_HERE


@pytest.mark.parametrize("language", ["vi", "en"])
def test_from_the_green_button_of_every_service_one_comes_to_an_open_form(client, language):
    for service in filed_here():
        client.force_login(make_citizen())
        page = shown_in(language, service)
        with translation.override(page.locale.language_code):
            first = walk(client, page)
        assert first.find("form").find(["input", "textarea", "select"], id=True), service.title


def test_english_readers_are_offered_forms_in_english():
    assert [page for page in filed_here() if shown_in("en", page).locale.language_code == "en"]
