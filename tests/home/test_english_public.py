"""A page handed to the translators looks from outside as before, until a person publishes its translation."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Locale, Page, Revision
from wagtail_localize.models import StringTranslation, TranslationSource

from accounts.models import User
from core.publishing import PublicationRefused
from outbox.publication import publish_and_withdraw
from services.models import ServicePage
from tests.api.world import fetch
from tests.builders import make_guide, make_notice, make_service, trunk
from tests.home.deeds import bulk, press
from tests.markup import soup

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

TITLES = {"service": "Đăng ký khai sinh", "guide": "Nộp hồ sơ trực tuyến", "notice": "Lịch tiếp nhận hồ sơ"}


@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_superuser("bien-tap@example.vn", "x"))
    return client


@pytest.fixture
def pages() -> dict[str, Page]:
    """A service, a guide and a notice, each with its stand-in in English; the lists above are English already."""
    trunk()
    made = {"service": make_service(procedure_code="1.001193"), "guide": make_guide(), "notice": make_notice()}
    call_command("sync_locale_trees", verbosity=0)
    return made


def english_of(page: Page) -> Page:
    return Page.objects.get(translation_key=page.translation_key, locale__language_code="en").specific


def submit(client: Any, page: Page) -> Page:
    english = Locale.objects.get(language_code="en")
    answer = press(client, "wagtail_localize:submit_page_translation", page.pk, locales=str(english.pk))
    assert answer.status_code == 302
    found = english_of(page)
    assert found.alias_of_id is None, "it is a page of its own, for the translators"
    return found


def translated(page: Page, **words: str) -> None:
    source = TranslationSource.objects.get_for_instance(page)
    for segment in source.stringsegment_set.select_related("string"):
        if segment.string.data in words.values() or segment.context.path not in words:
            continue
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=Locale.objects.get(language_code="en"),
            context=segment.context,
            data=words[segment.context.path],
        )


def english(name: str, *args: Any) -> str:
    with translation.override("en"):
        return reverse(name, args=args)


def outside(client: Any, page: Page) -> dict[str, Any]:
    """What everybody sees of the English page."""
    cache.clear()
    own = english_of(page)
    answer = client.get(own.get_url())
    found = client.get(english("search"), {"q": own.draft_title}).content.decode()
    lists = ("services/", "pages/") if isinstance(page, ServicePage) else ("pages/",)
    listed = [{item["id"] for item in fetch(f"{address}?locale=en").json()["items"]} for address in lists]
    feeds = client.get(english("services_feed")).content.decode() + client.get(english("notices_feed")).content.decode()
    vietnamese = soup(client.get(page.get_url()).content)
    return {
        "address": (answer.status_code, getattr(answer, "url", "")),
        "search": own.get_url() in found,
        "api": any(own.pk in ids for ids in listed),
        "find": fetch(f"pages/find/?html_path={own.get_url()}").status_code,
        "sitemap": f"{own.get_url()}<" in client.get("/sitemap.xml").content.decode(),
        "feed": own.get_url() in feeds,
        "hreflang": bool(vietnamese.select("link[rel=alternate][hreflang=en]")),
    }


@pytest.mark.parametrize("kind", TITLES)
def test_submitting_changes_nothing_outside_and_publishing_does(
    editor, client, pages, kind, django_capture_on_commit_callbacks
):
    page = pages[kind]
    before = outside(client, page)
    assert before["address"] == (302, page.get_url())
    assert not any(before[surface] for surface in ("search", "api", "sitemap", "feed", "hreflang"))
    own = submit(editor, page)
    assert outside(client, page) == before
    translated(page, title="In English", slug="in-english")
    assert outside(client, page) == before, "translating is not publishing"
    with django_capture_on_commit_callbacks(execute=True):
        press(editor, "wagtailadmin_pages:edit", own.pk, action="publish")
    after = outside(client, page)
    assert after["address"] == (200, "")
    assert all(after[surface] for surface in ("search", "api", "sitemap", "hreflang"))
    assert after["feed"] is (kind != "guide")


def test_other_addresses_of_a_service_lead_to_the_vietnamese_ones_all_the_while(editor, client, pages):
    page = pages["service"]
    slug = english_of(page).slug
    addresses = [english("apply", slug), english("service_by_code", "1.001193")]
    before = [(answer.status_code, answer.url) for answer in map(client.get, addresses)]
    submit(editor, page)
    assert [(answer.status_code, answer.url) for answer in map(client.get, addresses)] == before
    assert {status for status, _url in before} == {302}


def test_a_translation_without_a_public_source_has_no_address(editor, client, pages):
    own = submit(editor, pages["notice"])
    pages["notice"].unpublish()
    assert client.get(own.get_url()).status_code == 404


@pytest.fixture
def pair(editor, pages, django_capture_on_commit_callbacks):
    page = pages["service"]
    own = submit(editor, page)
    translated(page, title="Birth registration", slug="birth-registration")
    with django_capture_on_commit_callbacks(execute=True):
        press(editor, "wagtailadmin_pages:edit", own.pk, action="publish")
    return page, english_of(page)


def publish_again(editor: Any, page: Page) -> None:
    Page.objects.get(pk=page.pk).get_latest_revision().publish()


@pytest.mark.parametrize("many", [False, True])
def test_a_page_that_comes_back_brings_its_translation_back(editor, client, pair, many):
    page, own = pair
    if many:
        bulk(editor, "unpublish", page)
    else:
        press(editor, "wagtailadmin_pages:unpublish", page.pk)
    assert {one.live for one in Page.objects.filter(translation_key=page.translation_key)} == {False}
    publish_again(editor, page)
    answer = client.get(own.get_url())
    assert answer.status_code == 200
    assert "Birth registration" in answer.content.decode()


def test_what_an_expiry_took_down_comes_back_together(editor, client, pair):
    page, own = pair
    ServicePage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    publish_and_withdraw()
    assert client.get(own.get_url()).status_code == 404
    publish_again(editor, page)
    assert client.get(own.get_url()).status_code == 200


def test_a_translation_that_was_taken_down_by_itself_stays_down(editor, client, pair):
    page, own = pair
    press(editor, "wagtailadmin_pages:unpublish", own.pk)
    press(editor, "wagtailadmin_pages:unpublish", page.pk)
    publish_again(editor, page)
    assert (client.get(own.get_url()).status_code, client.get(own.get_url()).url) == (302, page.get_url())


def test_a_translation_that_may_not_come_back_is_named_and_keeps_nobody_from_publishing(editor, client, pair):
    page, own = pair
    press(editor, "wagtailadmin_pages:unpublish", page.pk)
    revision = own.get_latest_revision()
    Revision.objects.filter(pk=revision.pk).update(content=revision.content | {"title": "x" * 121})
    publish_again(editor, page)
    assert client.get(page.get_url()).status_code == 200
    assert not english_of(page).live
    assert own.title in editor.get(reverse("wagtailadmin_home")).content.decode()


def test_a_code_taken_meanwhile_keeps_neither_from_being_told(editor, pair):
    page, _own = pair
    bulk(editor, "unpublish", page)
    make_service("Người thay", procedure_code="1.001193")
    with pytest.raises(PublicationRefused, match=r"1\.001193"):
        publish_again(editor, page)
    assert ServicePage.objects.filter(live=True, procedure_code="1.001193").count() == 1


def test_what_keeps_a_translation_from_being_published_is_named(editor, pages, django_capture_on_commit_callbacks):
    """wagtail-localize publishes when its transaction ends: the refusal comes out of its view, into the words."""
    page = pages["service"]
    own = submit(editor, page)
    translated(page, title="Birth registration" * 8)
    with pytest.raises(PublicationRefused) as refused, django_capture_on_commit_callbacks(execute=True):
        press(editor, "wagtailadmin_pages:edit", own.pk, action="publish")
    assert [problem.field for problem in refused.value.problems] == ["title"]
    assert not english_of(page).live
