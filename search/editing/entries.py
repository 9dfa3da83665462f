"""The lexicon in the editors' menu: entries looked for without tone marks, checked against the names of services."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views import snippets
from wagtail.snippets.views.chooser import SnippetChooserViewSet

from core.snippet_lists import SnippetList
from core.text import fold
from core.visibility import visible
from search.entry_lines import lines_of
from search.lexicon.entry_warnings import bare_words, without_page
from search.models import LONGEST_QUERY, EntryKind, LexiconEntry
from services.models import ServicePage


def service_names(language: str = "") -> list[str]:
    """Return what public services are called, by the law and otherwise: those of a language, or of all."""
    found = visible(ServicePage.objects)
    found = found.filter(locale__language_code=language) if language else found
    return [name for names in found.values_list("title", "official_name", "alt_names") for name in names if name]


class EntryForm(WagtailAdminModelForm):
    """An entry; a single word that names of services have may only be an abbreviation."""

    def clean_phrases(self) -> str:
        phrases: str = self.cleaned_data["phrases"]
        if self.data.get("kind") == EntryKind.ABBREVIATION:
            return phrases
        if bare := bare_words(lines_of(phrases), service_names(self.data.get("language", ""))):
            message = _(
                "“%(word)s” is an official word itself. Write it together with the word beside it, as people say it."
            )
            raise ValidationError(message % {"word": bare[0]})
        return phrases


class EntryFilterSet(WagtailFilterSet):
    """What the list can be narrowed by."""

    class Meta:
        model = LexiconEntry
        fields = ["language", "kind", "is_live"]


class EntryIndexView(snippets.IndexView):
    """The list; what is looked for is found however it is typed."""

    def search_queryset(self, queryset: QuerySet[LexiconEntry]) -> QuerySet[LexiconEntry]:
        return queryset.filter(folded__contains=fold(self.search_query)) if self.is_searching else queryset


class SavedByHand:
    """What is saved counts at once, so nothing is saved while one types; afterwards one hears what leads nowhere."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)  # type: ignore[misc] # a view, by what it stands before
        self.autosave_enabled = False

    def save_instance(self) -> LexiconEntry:
        entry: LexiconEntry = super().save_instance()  # type: ignore[misc] # a view, by what it stands before
        if nowhere := without_page(lines_of(entry.targets), service_names()):
            told = _("No service is called so, so these words lead nowhere yet: %(words)s.")
            messages.warning(self.request, told % {"words": ", ".join(nowhere)})  # type: ignore[attr-defined]
        return entry


class EntryCreateView(SavedByHand, snippets.CreateView):
    """A new entry, begun with the phrase `?phrases=` in the language `?language=`."""

    def get_initial_form_instance(self) -> LexiconEntry:
        asked = self.request.GET
        return LexiconEntry(
            phrases=asked.get("phrases", "")[:LONGEST_QUERY],
            **({"language": asked["language"]} if asked.get("language") else {}),
        )


class EntryEditView(SavedByHand, snippets.EditView):
    """An entry that stands."""


class NoChooser(SnippetChooserViewSet):
    """An entry is part of no page."""

    def get_urlpatterns(self) -> list[Any]:
        return []


class MeantColumn(Column):
    """What is meant by an entry: official words, or the authority that does it."""

    def get_value(self, instance: LexiconEntry) -> str:
        return ", ".join(filter(None, (*lines_of(instance.targets), instance.authority)))


class LiveColumn(Column):
    """Whether the search uses an entry, in words."""

    def get_value(self, instance: LexiconEntry) -> str:
        return _("Yes") if instance.is_live else _("No")


class LexiconEntryViewSet(SnippetList):
    """Words of citizens."""

    model = LexiconEntry
    icon = "search"
    menu_label = gettext_lazy("Words of citizens")
    menu_order = 315
    add_to_admin_menu = True
    copy_view_enabled = False
    chooser_viewset_class = NoChooser
    index_view_class = EntryIndexView
    add_view_class = EntryCreateView
    edit_view_class = EntryEditView
    edit_handler = ObjectList(LexiconEntry.panels, base_form_class=EntryForm)
    search_fields = ["folded"]
    filterset_class = EntryFilterSet
    list_display = [
        "__str__",
        MeantColumn("meant", label=capfirst(gettext_lazy("meant"))),
        "kind",
        "language",
        LiveColumn("is_live", label=capfirst(gettext_lazy("used by the search")), sort_key="is_live"),
    ]
    list_per_page = 50
