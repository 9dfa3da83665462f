"""The admin's part of the core: vocabularies, the working calendar, acts in rich text; a page and its translations go
together.
"""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.admin.ui.components import Component
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page, PageQuerySet
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core import publication_doors
from core.bulk_publishing import PublishMany
from core.calendar_panel import CalendarWarningsPanel
from core.calendar_warnings import calendar_warnings
from core.law_admin import LegalDocumentViewSet
from core.law_links import CONVERSION, ENTITY, LawLinkHandler
from core.models import Audience, Field, Holiday, LifeEvent
from core.refused_panel import RefusedPublicationsPanel
from core.refused_publications import REFUSED, RefusedFormatter, still_refused
from core.translated_pages import COMPANIONS, ensure_translated


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


class VocabularyGroup(SnippetViewSetGroup):
    """Everything services point at, in one menu."""

    menu_label = _("Vocabularies")
    menu_icon = "list-ul"
    menu_order = 300
    items = (FieldViewSet, LifeEventViewSet, AudienceViewSet, LegalDocumentViewSet)


register_snippet(VocabularyGroup)


class HolidayViewSet(SnippetViewSet):
    """Days off and make-up days, the latest first."""

    model = Holiday
    icon = "calendar-alt"
    add_to_admin_menu = True
    menu_label = _("Working calendar")
    menu_order = 310
    list_display = ["date", "name", "kind", "status"]
    list_filter = {"date": ["gte", "lte"], "kind": ["exact"], "status": ["exact"]}
    search_fields = ["name", "name_en", "source"]
    ordering = ["-date"]


register_snippet(HolidayViewSet)


@hooks.register("construct_homepage_panels")
def warn_of_uncertain_days(request: HttpRequest, panels: list[Component]) -> None:
    """Whoever keeps the working calendar sees first what is not certain in it."""
    if request.user.has_perm("core.change_holiday") and (warnings := calendar_warnings()):
        panels.append(CalendarWarningsPanel(warnings))


@hooks.register("construct_homepage_panels")
def name_refused_publications(request: HttpRequest, panels: list[Component]) -> None:
    """Whoever may mend a page that was not published on its day finds it here."""
    if refused := still_refused(request.user):
        panels.append(RefusedPublicationsPanel(refused))


@hooks.register("register_log_actions")
def history_names_refusals(actions: LogActionRegistry) -> None:
    """The history of a page says that it was not published on its day."""
    actions.register_action(REFUSED, RefusedFormatter.label, RefusedFormatter)


hooks.register("before_publish_page", publication_doors.refuse_in_editor)
hooks.register("after_create_page", publication_doors.warn_who_submits)
hooks.register("after_edit_page", publication_doors.warn_who_submits)
hooks.register("before_edit_page", publication_doors.show_what_is_wrong)
hooks.register("before_edit_page", publication_doors.tell_of_waiting_version)
hooks.register("after_copy_page", publication_doors.publish_copies)
hooks.register("register_bulk_action", PublishMany, order=1)  # after Wagtail's, whose place it takes


@hooks.register("after_publish_page")
def follow_publication(request: HttpRequest, page: Page) -> None:
    """The editor's button publishes without asking the page itself; what comes after a publication is done here."""
    page.specific.follow_publication(request.user)


@hooks.register("before_move_page")
def make_room_for_translations(request: HttpRequest, page: Page, destination: Page) -> None:
    """A page moves with its translations: where the destination has none, a stand-in is made for them to live under."""
    if request.method == "POST":
        ensure_translated(destination, page)


@hooks.register("before_bulk_action")
def translations_go_along(request: HttpRequest, action: str, pages: list[Page], bulk: BulkAction) -> None:
    """What is done to many pages at once is done to their translations, as when it is done to one."""
    if issubclass(bulk.model, Page) and action in COMPANIONS:
        COMPANIONS[action](pages, bulk)


@hooks.register("construct_translated_pages_to_cascade_actions")
def translations_share_the_fate(pages: list[Page], action: str) -> dict[Page, PageQuerySet]:
    """Deleting, moving or unpublishing a Vietnamese page does the same to its pages in other languages.

    Aliases are unpublished by Wagtail itself. A translation alone may be taken down without touching its source.
    """
    sources = [page for page in pages if page.locale.language_code == settings.LANGUAGE_CODE]
    others = {page: Page.objects.translation_of(page, inclusive=False) for page in sources}
    if action == "unpublish":
        return {page: found.filter(alias_of__isnull=True) for page, found in others.items()}
    return others


@hooks.register("register_rich_text_features")
def editors_cite_acts(features: FeatureRegistry) -> None:
    """A button of the editor that puts an act into the text, by its row."""
    features.register_link_type(LawLinkHandler)
    features.register_converter_rule("contentstate", "law", CONVERSION)
    button = {
        "type": ENTITY,
        "icon": LegalDocumentViewSet.icon,
        "description": _("Act: what is selected becomes the article"),
        "chooserUrls": {"lawChooser": reverse_lazy("wagtailsnippetchoosers_core_legaldocument:choose")},
    }
    scripts = ["wagtailadmin/js/chooser-modal.js", "law-chooser.js"]
    features.register_editor_plugin("draftail", "law", EntityFeature(button, js=scripts))
