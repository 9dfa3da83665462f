"""Search in the editors' area: words with or without tone marks, procedure codes in whatever form."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from wagtail.admin.views import chooser
from wagtail.admin.views.pages.listing import ExplorableIndexView, GenericPageFilterSet
from wagtail.admin.views.pages.search import SearchView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from core.page_columns import light
from core.procedure_codes import shorten_codes
from core.text import fold

OPERATOR = ":"
"""Wagtail's own questions, such as live:yes, are left as they are."""


MOST_WORDS = 30
"""Words of a question that are asked for; PostgreSQL's queries of a hundred end the answer."""


def folded(question: str) -> str:
    """Return a question as the index of pages holds its words."""
    asked = " ".join(question.split()[:MOST_WORDS])
    return asked if OPERATOR in asked else " ".join(fold(shorten_codes(asked)).split()[:MOST_WORDS])


class FoldedSearch:
    """A list that is asked without tone marks and shows the words as they were typed."""

    @cached_property
    def search_query(self) -> str:
        return folded(super().search_query)  # type: ignore[misc]

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**more)  # type: ignore[misc]
        typed = self.search_form.cleaned_data.get(self.search_kwarg, "") if self.search_query else ""  # type: ignore[attr-defined]
        return {**context, "query_string": typed}


class PageSearch(FoldedSearch, SearchView):
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


class PageExplorer(FoldedSearch, ExplorableIndexView):
    """The tree, level by level, with its own search."""

    base_filterset_class = PageFilters
    base_columns = [column for column in light(ExplorableIndexView.base_columns) if column.name != "parent"]


class PageExplorerViewSet(PageViewSet):
    """The tree of all page types, in the place of Wagtail's own."""

    model = Page
    index_view_class = PageExplorer
    filterset_class = PageFilters


page_explorer = PageExplorerViewSet("pages")


class PageChooserSearch(chooser.SearchView):
    """The search of the window in which a page is chosen for a link."""

    def get(self, request: HttpRequest) -> HttpResponse:
        asked = request.GET.copy()
        asked["q"] = folded(asked.get("q", ""))
        request.GET = asked  # type: ignore[assignment]  # Django's types know only what came with the request
        answer: HttpResponse = super().get(request)
        return answer


def found_keys(model: type[Page], question: str) -> list[Any]:
    """Return the numbers of the pages of a type with all of these words, which may be unfinished."""
    words = folded(question)
    pages: list[Model] = list(model.objects.only("pk").autocomplete(words, order_by_relevance=False)) if words else []
    return [page.pk for page in pages]
