"""The search of pages as the partner API asks for it: the same answers in the same order as on the site."""

from collections.abc import Iterable

from core.procedure_codes import shorten_codes
from search.query import find


def found_pages(words: str, languages: Iterable[str], *, every_word: bool) -> list[int]:
    """Return the ids of public pages of these languages, best first; with `every_word` those that have all of it."""
    question = shorten_codes(words)
    hits = [hit for language in languages for hit in find(question, language).hits]
    return [hit.pk for hit in hits if hit.has_all or not every_word]
