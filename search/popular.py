"""What many ask of the search, in words that editors wrote: nothing that a visitor typed is ever shown."""

from datetime import timedelta
from functools import lru_cache

from django.core.cache import cache
from django.db.models import Count, Max, Sum
from django.utils import timezone

from core.text import fold
from search.lexicon.store import terms_at, version
from search.lexicon.terms import Term
from search.models import SearchQuery

ASKERS = 5
"""Times a question was asked at least, on more days than one."""
PERIOD = timedelta(days=30)
REMEMBERED = 15 * 60
"""Seconds an answer holds."""
CANDIDATES = 100


def popular(language: str, limit: int = 6) -> tuple[str, ...]:
    """Return what is asked most in a language and finds something, as the lexicon writes it; nothing with digits."""
    key = f"search:popular:{language}:{limit}"
    known: tuple[str, ...] | None = cache.get(key)
    if known is None:
        known = _asked_most(language, limit)
        cache.set(key, known, REMEMBERED)
    return known


def _asked_most(language: str, limit: int) -> tuple[str, ...]:
    known = _phrases(terms_at(version(), language))
    asked = [known[folded] for folded in _often(language) if folded in known]
    return tuple(dict.fromkeys(asked))[:limit]


def _often(language: str) -> list[str]:
    rows = SearchQuery.objects.filter(language=language, day__gt=timezone.localdate() - PERIOD)
    totals = rows.values("folded").annotate(times=Sum("count"), days=Count("pk"), found=Max("hits"))
    often = totals.filter(times__gte=ASKERS, days__gt=1, found__gt=0).order_by("-times", "folded")
    return list(often.values_list("folded", flat=True)[:CANDIDATES])


@lru_cache(maxsize=4)
def _phrases(terms: tuple[Term, ...]) -> dict[str, str]:
    """Return the phrases and official words of the lexicon as they are written, by what a visitor types for them."""
    written = [word for term in terms for word in (*term.phrases, *term.targets)]
    return {fold(word): word for word in reversed(written) if not any(map(str.isdigit, word))}
