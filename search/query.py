"""What an anonymous visitor finds: published, public pages of one language, however the words were typed."""

from collections import Counter
from dataclasses import dataclass, field, replace

from django.conf import settings
from wagtail.models import Page

from core.procedure_codes import shorten_codes
from search.engine.plan import Plan
from search.engine.planner import plan
from search.engine.scorer import Scored, ranked
from search.index.living import Index, index_of, searchable
from search.kinds import Kind

MAX_LENGTH = 200
"""Characters of a question that are read; the rest is dropped."""
MOST_FOUND = 1000
ENOUGH, MENTIONED = 0.65, 0.3
"""How much of the best answer's share of the question another one must have to be an answer; and one that has all words
of it somewhere."""


@dataclass(frozen=True)
class Found:
    """What the question was taken for, and the pages, best first.

    `source` is what is found in Vietnamese, for a reader of another language; `only_source` are the services in it that
    have no page in that language.
    """

    plan: Plan
    hits: list[Scored] = field(default_factory=list)
    source: "Found | None" = None
    only_source: list[Scored] = field(default_factory=list)

    @property
    def source_is_nearer(self) -> bool:
        """Whether a service without a page in the reader's language answers better than all that have one."""
        return bool(self.only_source) and (not self.hits or self.only_source[0].score > self.hits[0].score)

    @property
    def counts(self) -> Counter[Kind]:
        return Counter(Kind(hit.kind) for hit in self.hits)

    def ids(self, kind: Kind | None = None) -> list[int]:
        """Return the ids of the pages of a kind, of all kinds without one."""
        return [hit.pk for hit in self.hits if kind is None or hit.kind == kind]


def find(words: str, language: str) -> Found:
    """Return the pages for a question: services before others, unless another page is called just that.

    In another language services are found by their Vietnamese pages as well: most words of the lexicon lead there.
    """
    index = index_of(language)
    with index.lock:
        question = plan(shorten_codes(words[:MAX_LENGTH]), index.corpus, index.lexicon)
        ranks = ranked(question, index.corpus)
    hits = visible_hits(_by_code(question, index) + _answering(ranks), language)
    if language == settings.LANGUAGE_CODE:
        return Found(question, _in_order(hits))
    source = find(words, settings.LANGUAGE_CODE)
    services = [hit for hit in source.hits if hit.kind == Kind.SERVICE]
    page_of = translations([hit.pk for hit in services], language)
    translated = [replace(hit, pk=page_of[hit.pk]) for hit in services if hit.pk in page_of]
    merged = sorted([*hits, *translated], key=lambda hit: -hit.score)
    return Found(question, _in_order(merged), source, [hit for hit in services if hit.pk not in page_of])


def _in_order(hits: list[Scored]) -> list[Scored]:
    """Return each page once, what is called just that before services, services before others."""
    first = list({hit.pk: hit for hit in reversed(hits)}.values())[::-1]
    return sorted(first, key=lambda hit: (not hit.is_named, hit.kind != Kind.SERVICE))[:MOST_FOUND]


def visible_hits(hits: list[Scored], language: str) -> list[Scored]:
    """Return those that anybody may see at this very moment."""
    hits = hits[:MOST_FOUND]
    pages = searchable(language).filter(pk__in=[hit.pk for hit in hits])
    public = set(pages.values_list("pk", flat=True)) if hits else set()
    return [hit for hit in hits if hit.pk in public]


def _by_code(question: Plan, index: Index) -> list[Scored]:
    """Return the services with the code that was typed."""
    found = sorted(index.corpus.by_code.get(question.code, ()))
    return [Scored(pk, Kind.SERVICE, score=10, cover=1, has_all=True, is_named=True) for pk in found]


def _answering(hits: list[Scored]) -> list[Scored]:
    """Return the documents that have all of what was asked, and the services that have nearly as much as the best;
    other pages too while nothing has all of it.
    """
    best = max((hit.cover for hit in hits), default=0.0)
    complete = any(hit.has_all for hit in hits)
    return [
        hit
        for hit in hits
        if (hit.has_all and hit.cover >= MENTIONED * best)
        or (hit.cover >= ENOUGH * best and (hit.kind == Kind.SERVICE or not complete))
    ]


def translations(ids: list[int], language: str) -> dict[int, int]:
    """Return the public page in a language of each page that has one."""
    key_of = dict(Page.objects.filter(pk__in=ids).values_list("pk", "translation_key")) if ids else {}
    pages = searchable(language).filter(translation_key__in=key_of.values())
    page_of = dict(pages.values_list("translation_key", "pk")) if ids else {}
    return {pk: page_of[key] for pk, key in key_of.items() if key in page_of}
