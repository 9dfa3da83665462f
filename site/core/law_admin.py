"""Acts in the editors' menu: the state of each today, how sure it is, and which of them want a look."""

from datetime import date

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from core.law_states import ENDS_SOON, LawState, ends_soon
from core.law_uses import cited, with_uses
from core.models import LegalDocument
from core.snippet_choosers import VocabularyChooserViewSet
from core.snippet_lists import SnippetList

SOON, CITED = "soon", "cited"
ATTENTION = {
    SOON: _("Ends within 60 days"),
    CITED: _("Ended, and still cited by texts"),
}


def attention(document: LegalDocument, on: date) -> str:
    """Return why somebody should look at a row that knows its uses; "" when there is no reason."""
    if ends_soon(document.in_force_to, on=on):
        return SOON
    ended = document.standing(on).state is LawState.ENDED
    return CITED if ended and getattr(document, "is_cited", False) else ""


class StateColumn(Column):
    def get_value(self, instance: LegalDocument) -> str:
        return instance.standing(timezone.localdate()).in_words


class AttentionColumn(Column):
    def get_value(self, instance: LegalDocument) -> str:
        return str(ATTENTION.get(attention(instance, timezone.localdate()), ""))


class LegalDocumentFilterSet(WagtailFilterSet):
    """What the list can be narrowed by: the state and what wants a look are worked out of the dates."""

    state = ChoiceFilter(label=capfirst(_("state today")), choices=LawState.choices, method="in_state")
    attention = ChoiceFilter(label=capfirst(_("wants a look")), choices=list(ATTENTION.items()), method="wanting")

    class Meta:
        model = LegalDocument
        fields = ["kind", "certainty"]

    def in_state(self, documents: QuerySet[LegalDocument], _name: str, state: str) -> QuerySet[LegalDocument]:
        today = timezone.localdate()
        ended = Q(in_force_to__lt=today)
        states = {
            LawState.ENDED: ended,
            LawState.UNKNOWN: ~ended & Q(in_force_from=None),
            LawState.NOT_YET: ~ended & Q(in_force_from__gt=today),
            LawState.IN_FORCE: ~ended & Q(in_force_from__lte=today),
        }
        return documents.filter(states[LawState(state)])

    def wanting(self, documents: QuerySet[LegalDocument], _name: str, why: str) -> QuerySet[LegalDocument]:
        today = timezone.localdate()
        if why == SOON:
            return documents.filter(in_force_to__range=(today, today + ENDS_SOON))
        found = LegalDocument.objects.filter(cited(), in_force_to__lt=today).values_list("pk", flat=True)
        return documents.filter(pk__in=list(found))  # the search engine cannot judge the condition itself


class LegalDocumentViewSet(SnippetList):
    """Laws, decrees, circulars."""

    model = LegalDocument
    chooser_viewset_class = VocabularyChooserViewSet
    icon = "doc-full-inverse"
    list_display = [
        "number",
        "title",
        StateColumn("state", label=capfirst(_("state today"))),
        AttentionColumn("attention", label=capfirst(_("wants a look"))),
        "certainty",
        "key",
    ]
    filterset_class = LegalDocumentFilterSet
    ordering = ["number", "title"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[LegalDocument]:
        return with_uses(LegalDocument.objects.all())
