"""What an anonymous visitor finds: published, public pages of one language, however the words were typed."""

from typing import Any

from wagtail.models import Page

from core.text import fold
from core.visibility import visible

MAX_LENGTH = 200
"""Characters of a question that are read; the rest is dropped."""


def searchable(language: str) -> Any:
    """Pages that may be found: live, public, of the language, and not only standing in for another language."""
    pages = visible(Page.objects).filter(alias_of__isnull=True, locale__language_code=language, depth__gt=2)
    return Page.objects.filter(pk__in=pages.values("pk"))  # the search index understands no other condition


def find(words: str, language: str) -> Any:
    """Pages with all of the words, or, when there is none, with any of them; best first.

    Letters are compared without tone marks, in the index and in the question alike (core.text.fold),
    so "giay phep xay dung" finds "Giấy phép xây dựng".
    """
    question = fold(words[:MAX_LENGTH])
    if not question:
        return Page.objects.none()
    pages = searchable(language)
    every = pages.search(question, operator="and")
    return every if every.count() else pages.search(question, operator="or")
