"""What an anonymous visitor may see: the one rule every public list, page, search and API answer asks."""

from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from wagtail.models import Page, PageViewRestriction


def restrictions_of(page: Page) -> QuerySet[PageViewRestriction]:
    """The view restrictions on a page or above it, in any language.

    A restriction is set on one page of one tree; its translations and aliases in other trees must not show
    what it hides.
    """
    keys = page.get_ancestors(inclusive=True).values("translation_key")
    return PageViewRestriction.objects.filter(page__translation_key__in=keys)


def visible(pages: Any) -> Any:
    """The live pages of a page queryset that no restriction hides, in any language."""
    restricted = PageViewRestriction.objects.values("page__translation_key")
    stems = Page.objects.filter(translation_key__in=restricted).annotate(below=ExpressionWrapper(OuterRef("path"), output_field=CharField()))
    return pages.live().exclude(Exists(stems.filter(below__startswith=F("path"))))
