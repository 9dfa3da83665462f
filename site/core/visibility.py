"""What an anonymous visitor may see: the one rule every public list, page, search and API answer asks."""

from collections.abc import Iterable
from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction


def restrictions_of(page: Page) -> QuerySet[PageViewRestriction]:
    """The view restrictions on a page or above it, in any language.

    A restriction is set on one page of one tree; its translations and aliases in other trees must not show
    what it hides.
    """
    keys = page.get_ancestors(inclusive=True).values("translation_key")
    return PageViewRestriction.objects.filter(page__translation_key__in=keys)


def _restricted() -> QuerySet[Page]:
    """The restricted pages themselves, in every language."""
    return Page.objects.filter(translation_key__in=PageViewRestriction.objects.values("page__translation_key"))


def hidden_stems() -> list[str]:
    """The tree paths of all restricted pages: whatever lies at or below one of them is hidden."""
    return list(_restricted().values_list("path", flat=True))


def visible(pages: Any) -> Any:
    """The live pages of a page queryset that no restriction hides, in any language."""
    below = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    stems = _restricted().annotate(below=below).filter(below__startswith=F("path"))
    return pages.live().exclude(Exists(stems))


def visible_media(items: Any) -> Any:
    """The images or documents of a queryset that lie in no restricted collection."""
    hidden = Q(pk__in=[])
    for stem in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        hidden |= Q(collection__path__startswith=stem)
    return items.exclude(hidden)
