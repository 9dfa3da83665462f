"""Hits: found pages as the list shows them, with what was asked for marked in their words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from wagtail.models import Locale, Page, get_page_models

from core.links import Link, foreign
from search.engine.highlight import Piece, pieces, snippet
from search.engine.plan import Plan
from search.engine.weak_words import is_filler
from services.catalogue.cards import Card, cards
from services.models import ServicePage


@dataclass(frozen=True)
class Hit:
    """One page in the answer; a service comes with its card, and with services of the same name to choose from."""

    title: str
    url: str
    kind: str
    summary: str
    card: Card | None
    lang: str = ""
    marked_title: list[Piece] = field(default_factory=list)
    marked_summary: list[Piece] = field(default_factory=list)
    twins: list[Link] = field(default_factory=list)


def asked_forms(plan: Plan, language: str) -> frozenset[str]:
    """Return the words to be marked: what was asked and what it stands for, without the small words of a question."""
    small = {word.key for word in plan.words if is_filler(word, language)}
    return plan.forms - small


def hits_of(groups: Iterable[Sequence[int]], plan: Plan, request: HttpRequest, language: str) -> list[Hit]:
    """Return the pages of each group as one hit, in their order: the first with the others as its twins.

    The pages are read as what they are, in one query per page type.
    """
    found = [list(group) for group in groups]
    ids = [pk for group in found for pk in group]
    pages = {page.pk: page for page in _specific(ids)} if ids else {}
    first = [pages[group[0]] for group in found if group[0] in pages]
    own_cards = _cards([page for page in first if isinstance(page, ServicePage)], request)
    forms = asked_forms(plan, language)
    twins = {group[0]: [pages[pk] for pk in group[1:] if pk in pages] for group in found}
    return [_hit(page, twins[page.pk], own_cards, forms, request) for page in first]


def _specific(ids: list[int]) -> Iterator[Page]:
    """Yield the pages as what they are, each with its language at hand."""
    ContentType.objects.get_for_models(*get_page_models())
    languages = {locale.pk: locale for locale in Locale.objects.all()}
    for page in Page.objects.filter(pk__in=ids).specific():
        page.locale = languages[page.locale_id]
        yield page


def _hit(
    page: Page, twins: list[Page], own_cards: dict[UUID, Card], forms: frozenset[str], request: HttpRequest
) -> Hit:
    language = page.locale.language_code
    summary = getattr(page, "summary", "") or page.search_description
    return Hit(
        title=page.title,
        url=page.get_url(request),
        kind=page.specific_class._meta.verbose_name,
        summary=summary,
        card=own_cards.get(page.translation_key),
        lang=foreign(language),
        marked_title=pieces(page.title, forms, language),
        marked_summary=snippet(summary, forms, language),
        twins=[Link(twin.title, twin.get_url(request), foreign(language)) for twin in twins],
    )


def _cards(services: list[ServicePage], request: HttpRequest) -> dict[UUID, Card]:
    """Return the cards of services by translation key; a card is made from the Vietnamese page."""
    source = settings.LANGUAGE_CODE
    key_of = {service.pk: service.translation_key for service in services if service.locale.language_code == source}
    if keys := [service.translation_key for service in services if service.pk not in key_of]:
        originals = ServicePage.objects.filter(translation_key__in=keys, locale__language_code=source)
        key_of |= dict(originals.values_list("pk", "translation_key"))
    return {key_of[card.pk]: card for card in cards(key_of, request)} if key_of else {}
