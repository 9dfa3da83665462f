"""The shared vocabularies in the editors' menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.models import Audience, Field, LegalDocument, LifeEvent


class FieldViewSet(SnippetViewSet):
    """Fields of administration."""

    model = Field
    icon = "tag"
    list_display = ["name", "slug"]


class LifeEventViewSet(SnippetViewSet):
    """Life events, in the order in which the home page shows them."""

    model = LifeEvent
    icon = "date"
    list_display = ["name", "slug", "position"]
    ordering = ["position", "name"]


class AudienceViewSet(SnippetViewSet):
    """Who may use a service."""

    model = Audience
    icon = "group"
    list_display = ["name", "group", "slug"]
    list_filter = ["group"]
    ordering = ["position", "name"]


class LegalDocumentViewSet(SnippetViewSet):
    """Laws, decrees, circulars."""

    model = LegalDocument
    icon = "doc-full-inverse"
    list_display = ["number", "title", "kind", "issued_on", "in_force_to"]
    list_filter = ["kind", "in_force_to"]
    ordering = ["number", "title"]


class VocabularyGroup(SnippetViewSetGroup):
    """Everything services point at, in one menu."""

    menu_label = _("Vocabularies")
    menu_icon = "list-ul"
    menu_order = 300
    items = (FieldViewSet, LifeEventViewSet, AudienceViewSet, LegalDocumentViewSet)


register_snippet(VocabularyGroup)
