"""The search of pages as the partner API asks for it: the same answers in the same order as on the site."""

from django.conf import settings

from core.procedure_codes import shorten_codes
from search.query import find


def found_pages(words: str, *, every_word: bool) -> list[int]:
    """Return the ids of public pages of all languages, best first; with `every_word` those that have all of it."""
    question = shorten_codes(words)
    hits = [hit for code, _name in settings.LANGUAGES for hit in find(question, code).hits]
    return [hit.pk for hit in hits if hit.has_all or not every_word]
