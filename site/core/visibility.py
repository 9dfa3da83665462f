"""What an anonymous visitor may see: the one rule every public list, page, search and API answer asks."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction


def restrictions_of(page: Page) -> QuerySet[PageViewRestriction]:
    """The view restrictions on a page or above it, in any language.

    A restriction is set on one page of one tree; its translations and aliases in other trees must not show
    what it hides.
    """
    keys = page.get_ancestors(inclusive=True).values("translation_key")
    return PageViewRestriction.objects.filter(page__translation_key__in=keys)


def hidden_stems() -> list[str]:
    """The tree paths of all restricted pages, in every language: whatever lies at or below one of them is hidden."""
    restricted = PageViewRestriction.objects.values("page__translation_key")
    return list(Page.objects.filter(translation_key__in=restricted).values_list("path", flat=True))


def visible(pages: Any, stems: Iterable[str] | None = None) -> Any:
    """The live pages of a page queryset that no restriction hides, in any language.

    `stems` are the hidden_stems() of this very request, where they were read already.
    """
    hidden = Q(pk__in=[])
    for stem in hidden_stems() if stems is None else stems:
        hidden |= Q(path__startswith=stem)
    return pages.live().exclude(hidden)


def visible_media(items: Any) -> Any:
    """The images or documents of a queryset that lie in no restricted collection."""
    hidden = Q(pk__in=[])
    for stem in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        hidden |= Q(collection__path__startswith=stem)
    return items.exclude(hidden)
