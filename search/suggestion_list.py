"""Suggestions while somebody types: services before others, a few of each."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from core.i18n import reader_language
from core.procedure_codes import shorten_codes
from search.engine.suggestions import suggested
from search.hits import Hit, hits_of
from search.index.living import index_of
from search.kinds import Kind
from search.query import MAX_LENGTH, visible_hits

SERVICES, OTHERS, LOOKED_THROUGH = 5, 2, 40


@dataclass(frozen=True)
class Suggestions:
    """What may be meant; `url` leads to everything that is found."""

    words: str
    url: str
    services: list[Hit]
    others: list[Hit]

    @property
    def is_empty(self) -> bool:
        return not (self.services or self.others)


def suggestions(request: HttpRequest) -> Suggestions:
    """Return suggestions for `?q=`, of which the last word may be unfinished."""
    words = request.GET.get("q", "").strip()[:MAX_LENGTH]
    url = f"{reverse('search')}?{urlencode({'q': words})}"
    if not words:
        return Suggestions(words, url, [], [])
    language = reader_language()
    index = index_of(language)
    with index.lock:
        plan, found = suggested(shorten_codes(words), index.corpus, index.lexicon)
    coded = index.corpus.by_code.get(plan.code, ())
    found.sort(key=lambda hit: hit.pk not in coded)
    hits = visible_hits(found[:LOOKED_THROUGH], language)
    services = [[hit.pk] for hit in hits if hit.kind == Kind.SERVICE][:SERVICES]
    others = [[hit.pk] for hit in hits if hit.kind != Kind.SERVICE and hit.has_all][:OTHERS]
    shown = hits_of([*services, *others], plan, request, language)
    return Suggestions(words, url, shown[: len(services)], shown[len(services) :])
