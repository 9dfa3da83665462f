"""What an anonymous visitor finds: published, public pages of one language, however the words were typed."""

from collections import Counter
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, PageQuerySet
from wagtail.search.backends.base import BaseSearchResults

from core.procedure_codes import shorten_codes
from core.text import fold
from core.visibility import visible
from search.kinds import PAGE_KINDS, Kind

MAX_LENGTH = 200
"""Characters of a question that are read; the rest is dropped."""


@dataclass(frozen=True)
class Found:
    """The pages with the words: how many there are of each kind, and the pages of the chosen kind, best first."""

    counts: Counter[Kind]
    pages: PageQuerySet | BaseSearchResults


def searchable(language: str) -> PageQuerySet:
    """Return pages that may be found: live, public, of the language, and not only standing in for another language."""
    pages = visible(Page.objects).filter(alias_of__isnull=True, locale__language_code=language, depth__gt=2)
    return Page.objects.filter(pk__in=pages.values("pk"))  # the search index understands no other condition


def find(words: str, language: str, kind: Kind | None = None) -> Found:
    """Return pages with all of the words, or, when there is none of any kind, with any of them; `kind` None means all
    pages.

    Letters are compared without tone marks, in the index and in the question alike (core.text.fold),
    so "giay phep xay dung" finds "Giấy phép xây dựng".
    """
    question = fold(shorten_codes(words[:MAX_LENGTH]))
    if not question:
        return Found(Counter(), Page.objects.none())
    pages = searchable(language)
    operator, counts = "and", _counted(pages.search(question, operator="and"))
    if not counts:
        operator, counts = "or", _counted(pages.search(question, operator="or"))
    return Found(counts, _of_kind(pages, kind).search(question, operator=operator))


def _counted(results: BaseSearchResults) -> Counter[Kind]:
    counts: Counter[Kind] = Counter()
    for content_type, count in results.facet("content_type_id").items():
        counts[_kinds().get(content_type, Kind.GUIDANCE)] += count
    return counts


def _of_kind(pages: PageQuerySet, kind: Kind | None) -> PageQuerySet:
    if kind is None:
        return pages
    if kind == Kind.GUIDANCE:
        return pages.exclude(content_type__in=_kinds())
    return pages.filter(content_type__in=[pk for pk, own in _kinds().items() if own == kind])


def _kinds() -> dict[int, Kind]:
    """Return the content types of pages that have a kind of their own; every other page is guidance."""
    found = ContentType.objects.get_for_models(*PAGE_KINDS)
    return {content_type.pk: PAGE_KINDS[model] for model, content_type in found.items()}
