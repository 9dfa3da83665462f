"""The answers of the search: what stands in the list, tab by tab."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.errors import NotFoundInWords
from core.paging import Steps, page_of, query_string, steps_of
from search.kinds import Kind
from search.query import MAX_LENGTH, find
from services.catalogue.cards import Card, cards
from services.catalogue.form_library import LibraryEntry, entries, forms_named
from services.models import ServicePage

WORDS, TYPE = "q", "type"


@dataclass(frozen=True)
class Hit:
    """One page in the answer; a service comes with its card."""

    title: str
    url: str
    kind: str
    summary: str
    card: Card | None


@dataclass(frozen=True)
class Tab:
    """One kind of answers; without answers it leads nowhere."""

    text: str
    count: int
    url: str
    is_current: bool


@dataclass(frozen=True)
class Answer:
    """One page of answers. `total` counts all tabs, so 0 means that nothing was found at all."""

    words: str
    total: int
    tabs: list[Tab]
    page: Any
    hits: list[Hit]
    forms: list[LibraryEntry]
    steps: Steps | None


def answer(request: HttpRequest) -> Answer:
    """`?q=` words, `?type=` one kind (all pages without it), `?page=` from 1."""
    words = request.GET.get(WORDS, "").strip()[:MAX_LENGTH]
    kind = _kind(request)
    found = find(words, get_language(), None if kind == Kind.FORM else kind)
    forms = forms_named(words, request) if words else []
    counts = Counter({**found.counts, Kind.FORM: len(forms)})
    page = page_of(forms if kind == Kind.FORM else found.pages, request)
    return Answer(
        words=words,
        total=counts.total(),
        tabs=_tabs(counts, words, kind),
        page=page,
        hits=[] if kind == Kind.FORM else _hits(page.object_list, request),
        forms=entries(page.object_list, request) if kind == Kind.FORM else [],
        steps=steps_of(page, {WORDS: words, TYPE: kind.value if kind else ""}),
    )


def _kind(request: HttpRequest) -> Kind | None:
    asked = request.GET.get(TYPE, "")
    if asked and asked not in Kind.values:
        raise NotFoundInWords(_("There is no such kind of answers: %(kind)s.") % {"kind": asked[:80]})
    return Kind(asked) if asked else None


def _tabs(counts: Counter[Kind], words: str, current: Kind | None) -> list[Tab]:
    """Return the tabs: all pages first, then each kind."""
    pages = counts.total() - counts[Kind.FORM]
    tabs = [(None, _("All pages"), pages), *((kind, str(kind.label), counts[kind]) for kind in Kind)]
    return [
        Tab(
            text,
            count,
            query_string({WORDS: words, TYPE: kind.value if kind else ""}) if count else "",
            kind == current,
        )
        for kind, text, count in tabs
    ]


def _hits(pages: Iterable[Page], request: HttpRequest) -> list[Hit]:
    """Return the found pages, in their order, read as what they are in one query per page type."""
    found = list(pages)
    specific = {page.pk: page for page in Page.objects.filter(pk__in=[page.pk for page in found]).specific()}
    shown = [specific[page.pk] for page in found]
    own_cards = _cards([page for page in shown if isinstance(page, ServicePage)], request)
    return [
        Hit(
            title=page.title,
            url=page.get_url(request),
            kind=page.specific_class._meta.verbose_name,
            summary=getattr(page, "summary", ""),
            card=own_cards.get(page.translation_key),
        )
        for page in shown
    ]


def _cards(services: list[ServicePage], request: HttpRequest) -> dict[UUID, Card]:
    """Return the cards of services by translation key; a card is made from the Vietnamese page."""
    keys = [service.translation_key for service in services]
    originals = ServicePage.objects.filter(translation_key__in=keys, locale__language_code=settings.LANGUAGE_CODE)
    key_of = dict(originals.values_list("pk", "translation_key")) if keys else {}
    return {key_of[card.pk]: card for card in cards(key_of, request)} if key_of else {}
