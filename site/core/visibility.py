"""What an anonymous visitor may see: the one rule every public list, page, search and API answer asks."""

from functools import cache
from typing import TypeAlias, TypeVar

from django.db.models import CharField, Exists, ExpressionWrapper, F, Model, OuterRef, QuerySet
from wagtail.models import (
    CollectionViewRestriction,
    Page,
    PageManager,
    PageQuerySet,
    PageViewRestriction,
    get_page_models,
)

Pages: TypeAlias = PageManager | PageQuerySet
Media = TypeVar("Media", bound=Model)


def restrictions_of(page: Page) -> QuerySet[PageViewRestriction]:
    """Return the view restrictions on a page or above it, in any language.

    A restriction is set on one page of one tree; its translations and aliases in other trees must not show
    what it hides.
    """
    keys = page.get_ancestors(inclusive=True).values("translation_key")
    return PageViewRestriction.objects.filter(page__translation_key__in=keys)


def restricted() -> Exists:
    """Condition on a page queryset: a restriction lies on the page or above it, in any language."""
    restrictions = PageViewRestriction.objects.values("page__translation_key")
    stems = Page.objects.filter(translation_key__in=restrictions)
    return Exists(_at_or_above("path", stems, "path"))


def with_restriction(pages: Pages) -> PageQuerySet:
    """Annotates `is_restricted`: the same question answered with the page, which then need not be asked by itself."""
    return pages.annotate(is_restricted=restricted())


def in_force(pages: Pages) -> PageQuerySet:
    """Return the live pages of a page queryset that no restriction hides, in any language;
    with an address or without.
    """
    return pages.live().exclude(restricted())


def visible(pages: Pages) -> PageQuerySet:
    """Return the pages in force that have an address: what an anonymous visitor may open."""
    found = in_force(pages)
    hidden = [model for model in _without_address() if issubclass(model, pages.model)]
    return found.not_type(*hidden) if hidden else found


@cache
def _without_address() -> list[type[Page]]:
    """Return the page types that only editors meet."""
    return [model for model in get_page_models() if not getattr(model, "has_address", True)]


def visible_media(items: QuerySet[Media]) -> QuerySet[Media]:
    """Return the images or documents of a queryset that lie in no restricted collection."""
    restrictions = CollectionViewRestriction.objects.all()
    return items.exclude(Exists(_at_or_above("collection__path", restrictions, "collection__path")))


def _at_or_above(path: str, stems: QuerySet, stem: str) -> QuerySet:
    """Return those of `stems` whose tree path is where the outer row's path begins."""
    below = ExpressionWrapper(OuterRef(path), output_field=CharField())
    return stems.annotate(below=below).filter(below__startswith=F(stem))
