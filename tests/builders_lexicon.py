"""Builders of words of citizens and of what was asked of the search."""

from datetime import timedelta

from django.utils import timezone

from search.models import LexiconEntry, SearchQuery


def make_entry(phrases: str = "sổ đỏ", targets: str = "quyền sử dụng đất", **columns) -> LexiconEntry:
    return LexiconEntry.objects.create(phrases=phrases, targets=targets, **columns)


def make_query(folded: str, count: int = 1, *, hits: int = 0, days_ago: int = 0, language: str = "vi", **columns):
    day = timezone.localdate() - timedelta(days=days_ago)
    return SearchQuery.objects.create(folded=folded, count=count, hits=hits, day=day, language=language, **columns)
