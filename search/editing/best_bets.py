"""Pages shown first, in the editors' menu: what they are, and a warning of those that nobody would see."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views import snippets

from core.snippet_lists import SnippetList
from core.text import fold
from search.editing.entries import LiveColumn, NoChooser
from search.index.living import searchable
from search.models import LONGEST_QUERY, BestBet


class BestBetFilterSet(WagtailFilterSet):
    """What the list can be narrowed by."""

    class Meta:
        model = BestBet
        fields = ["language", "is_live"]


class BestBetIndexView(snippets.IndexView):
    """The list; what is looked for is found however it is typed."""

    def search_queryset(self, queryset: QuerySet[BestBet]) -> QuerySet[BestBet]:
        return queryset.filter(folded__contains=fold(self.search_query)) if self.is_searching else queryset


class SavedByHand:
    """What is saved counts at once, so nothing is saved while one types; afterwards one hears what nobody would see."""

    def setup(self, *args: Any, **kwargs: Any) -> None:
        super().setup(*args, **kwargs)  # type: ignore[misc] # a view, by what it stands before
        self.autosave_enabled = False

    def save_instance(self) -> BestBet:
        bet: BestBet = super().save_instance()  # type: ignore[misc] # a view, by what it stands before
        if unseen := unseen_pages(bet):
            told = _("Not shown, because it is not public or of another language: %(pages)s.")
            messages.warning(self.request, told % {"pages": ", ".join(unseen)})  # type: ignore[attr-defined]
        return bet


def unseen_pages(bet: BestBet) -> list[str]:
    """Return the titles of the pages that the search would not show, as they are now."""
    pages = [place.page for place in bet.places.all()]
    seen = set(searchable(bet.language).filter(pk__in=[page.pk for page in pages]).values_list("pk", flat=True))
    return [page.title for page in pages if page.pk not in seen]


class BestBetCreateView(SavedByHand, snippets.CreateView):
    """A new entry, begun with the question `?phrases=` in the language `?language=`."""

    def get_initial_form_instance(self) -> BestBet:
        asked = self.request.GET
        language = asked.get("language", "")
        return BestBet(
            phrases=asked.get("phrases", "")[:LONGEST_QUERY],
            language=language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE,
        )


class BestBetEditView(SavedByHand, snippets.EditView):
    """An entry that stands."""


class PagesColumn(Column):
    """The pages that are shown first."""

    def get_value(self, instance: BestBet) -> str:
        return ", ".join(place.page.title for place in instance.places.all())


class BestBetViewSet(SnippetList):
    """Pages shown first."""

    model = BestBet
    icon = "pick"
    menu_label = gettext_lazy("Pages shown first")
    copy_view_enabled = False
    chooser_viewset_class = NoChooser
    index_view_class = BestBetIndexView
    add_view_class = BestBetCreateView
    edit_view_class = BestBetEditView
    filterset_class = BestBetFilterSet
    search_fields = ["folded"]
    list_display = [
        "__str__",
        PagesColumn("places", label=capfirst(gettext_lazy("pages shown first"))),
        "language",
        LiveColumn("is_live", label=capfirst(gettext_lazy("used by the search")), sort_key="is_live"),
    ]
    list_per_page = 50

    def get_queryset(self, request: object) -> QuerySet[BestBet]:
        return BestBet.objects.prefetch_related("places__page")
