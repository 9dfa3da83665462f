"""The corpora of this process, brought up to date before they are asked."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from threading import Lock, RLock
from time import monotonic
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Max, Sum
from django.db.models.functions import Length
from wagtail.models import Page, PageQuerySet, PageViewRestriction

from core.models import Field, LifeEvent
from core.visibility import visible
from search.engine.corpus import Corpus
from search.engine.lexicon_index import LexiconIndex
from search.index.texts import documents
from search.lexicon.store import terms_at, version
from services.models import ServicePage

WASTE = 500
"""Places of pages that are gone which a corpus may keep, besides half as many as it has pages."""


@dataclass
class Index:
    """The pages of one language, and the words that lead to them. `stamps` tell by page which state is held.

    Whoever ranks holds `lock`: a publication changes the corpus in its place.
    """

    language: str
    corpus: Corpus
    lexicon: LexiconIndex
    stamps: dict[int, Hashable] = field(default_factory=dict)
    seen: Hashable = None
    words: Hashable = None
    terms: Hashable = None
    asked_at: float = float("-inf")
    lock: RLock = field(default_factory=RLock)


_indexes: dict[str, Index] = {}
_lock = Lock()


def searchable(language: str) -> PageQuerySet:
    """Return pages that may be found: live, public, of the language, and not only standing in for another language."""
    return visible(Page.objects).filter(alias_of__isnull=True, locale__language_code=language, depth__gt=2)


def index_of(language: str) -> Index:
    """Return the index of a language as it is now, or was settings.SEARCH_FRESH_SECONDS ago at most."""
    index = _indexes.get(language)
    if index and monotonic() - index.asked_at < settings.SEARCH_FRESH_SECONDS:
        return index
    with _lock:
        index = _indexes.get(language) or _new(language)
        with index.lock:
            _indexes[language] = _refreshed(index)
        return _indexes[language]


def _new(language: str) -> Index:
    return Index(language, Corpus(language), LexiconIndex((), language))


def _refreshed(index: Index) -> Index:
    words, seen, terms = _state_of_words(), _state_of_pages(index.language), version()
    if words != index.words or index.corpus.waste > WASTE + len(index.corpus) // 2:
        index = _new(index.language)
    if seen != index.seen:
        _read_changed(index)
    if terms != index.terms:
        languages = dict.fromkeys((index.language, *(code for code, _name in settings.LANGUAGES)))
        found = [term for code in languages for term in terms_at(terms, code)]
        index.lexicon = LexiconIndex(found, index.language)
        index.lexicon.teach(index.corpus.vocabulary)
    index.words, index.seen, index.terms, index.asked_at = words, seen, terms, monotonic()
    return index


def _read_changed(index: Index) -> None:
    """Read what has another state than the corpus holds, and forget what is no longer public."""
    columns = ("pk", "content_type_id", "live_revision_id", "last_published_at", "title")
    rows = list(searchable(index.language).order_by("pk").values_list(*columns))
    service = ContentType.objects.get_for_model(ServicePage).pk
    stamps: dict[int, Hashable] = {pk: stamp for pk, *stamp_parts in rows for stamp in [tuple(stamp_parts)]}
    for pk in index.stamps.keys() - stamps.keys():
        index.corpus.remove(pk)
    changed = [pk for pk, stamp in stamps.items() if index.stamps.get(pk) != stamp]
    services = {pk for pk, content_type, *_rest in rows if content_type == service}
    for document in documents(changed, services):
        index.corpus.put(document)
    index.stamps = stamps


def _state_of_pages(language: str) -> Hashable:
    """Return what changes with every publication and every restriction."""
    pages = Page.objects.live().filter(locale__language_code=language, alias_of=None)
    figures: dict[str, Any] = pages.aggregate(
        pages=Count("pk"),
        ids=Sum("pk"),
        revisions=Sum("live_revision_id"),
        newest=Max("last_published_at"),
        letters=Sum(Length("title")),
    )
    restrictions = PageViewRestriction.objects.order_by().values_list("pk", "page_id")
    return (*figures.values(), *restrictions)


def _state_of_words() -> Hashable:
    """Return the names that pages are found by without being their own."""
    fields = Field.objects.order_by().values_list("pk", "name")
    return frozenset(fields.union(LifeEvent.objects.order_by().values_list("pk", "name")))
