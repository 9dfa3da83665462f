"""Lists of pages in the editors' area that can be searched. How words are read is the search backend's affair."""

from typing import Any

from django.db.models import Model
from wagtail.admin.views.pages.listing import ExplorableIndexView, GenericPageFilterSet
from wagtail.admin.views.pages.search import SearchView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from core.page_columns import light


class PageSearch(SearchView):
    """The search over all pages one may see."""

    columns = light(SearchView.columns)

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """What is listed has a name, which the head of the list would call None."""
        named = {"verbose_name": Page._meta.verbose_name, "verbose_name_plural": Page._meta.verbose_name_plural}
        return {**super().get_context_data(**more), **named}


class PageFilters(GenericPageFilterSet):
    """The kind of page and the day of its last change. What Wagtail offers besides tells nothing here: the portal is
    one site, each branch of the tree has one language, and pages belong to departments, not to whoever made them.
    """

    owner = edited_by = site = None

    def _add_locale_filter(self) -> None:
        """Wagtail would look up the languages for it."""


class PageExplorer(ExplorableIndexView):
    """The tree, level by level, with its own search."""

    base_filterset_class = PageFilters
    base_columns = [column for column in light(ExplorableIndexView.base_columns) if column.name != "parent"]


class PageExplorerViewSet(PageViewSet):
    """The tree of all page types, in the place of Wagtail's own."""

    model = Page
    index_view_class = PageExplorer
    filterset_class = PageFilters


page_explorer = PageExplorerViewSet("pages")


def found_keys(model: type[Page], question: str) -> list[Any]:
    """Return the numbers of the pages of a type with all of these words, of which the last may be unfinished."""
    pages: list[Model] = list(model.objects.only("pk").autocomplete(question, order_by_relevance=False))
    return [page.pk for page in pages]
