"""What an anonymous visitor finds: published, public pages of one language, however the words were typed."""

from collections import Counter
from dataclasses import dataclass, field

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
    """What the question was taken for, and the pages, best first."""

    plan: Plan
    hits: list[Scored] = field(default_factory=list)

    @property
    def counts(self) -> Counter[Kind]:
        return Counter(Kind(hit.kind) for hit in self.hits)

    def ids(self, kind: Kind | None = None) -> list[int]:
        """Return the ids of the pages of a kind, of all kinds without one."""
        return [hit.pk for hit in self.hits if kind is None or hit.kind == kind]


def find(words: str, language: str) -> Found:
    """Return the pages for a question: services before others, unless another page is called just that."""
    index = index_of(language)
    question = plan(shorten_codes(words[:MAX_LENGTH]), index.corpus, index.lexicon)
    hits = _by_code(question, index) + _answering(ranked(question, index.corpus))
    first = list({hit.pk: hit for hit in reversed(hits)}.values())[::-1]
    first.sort(key=lambda hit: (not hit.is_named, hit.kind != Kind.SERVICE))
    return Found(question, visible_hits(first[:MOST_FOUND], language))


def visible_hits(hits: list[Scored], language: str) -> list[Scored]:
    """Return those that anybody may see at this very moment."""
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


def untranslated(ids: list[int], language: str) -> list[int]:
    """Return those of the pages that have no public page in a language, in their order."""
    key_of = dict(Page.objects.filter(pk__in=ids).values_list("pk", "translation_key"))
    pages = searchable(language).filter(translation_key__in=key_of.values())
    translated = set(pages.values_list("translation_key", flat=True))
    return [pk for pk in ids if pk in key_of and key_of[pk] not in translated]
