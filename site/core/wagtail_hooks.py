"""The admin's part of the core: vocabularies, the working calendar, acts in rich text; a page and its translations go
together.
"""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse_lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem, SubmenuMenuItem
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.admin.ui.components import Component
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.wagtail_hooks import SettingsMenuItem
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page, PageQuerySet
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from core import publication_doors
from core.admin_lists import BULK_ACTIONS, OwnDocuments, OwnImages
from core.admin_search import PageExplorerViewSet, page_explorer
from core.admin_visibility import choosable
from core.bulk_publishing import PublishMany
from core.calendar_panel import CalendarWarningsPanel
from core.calendar_warnings import calendar_warnings
from core.change_notes_view import published_notes
from core.file_uses import refuse_while_in_use
from core.law_admin import LegalDocumentViewSet
from core.law_links import CONVERSION, ENTITY, LawLinkHandler
from core.manual import manual, manual_picture
from core.menu_versions import CHANGED, MenusFormatter, note_what_changed, note_what_stands
from core.menu_versions_view import menus_of_the_past
from core.models import Audience, Field, Holiday, LifeEvent
from core.page_actions import hand_in_comes_first
from core.page_dependents_view import page_dependents
from core.publication_warning import publication_warning
from core.refused_publications import REFUSED, RefusedFormatter
from core.rows.fields import row_fields
from core.snippet_choosers import VocabularyChooserViewSet
from core.snippet_lists import SnippetList
from core.translated_pages import COMPANIONS, ensure_translated
from core.translation_approval import approval_urls
from core.translation_doors import translation_urls
from core.translation_notes import publish_with_note

WAGTAILS_OWN_HELP = ("editor-guide", "whats-new-in-wagtail")
"""Names of Wagtail's entries in the help menu, as they begin; they lead out of the portal, to pages in English."""


class FieldViewSet(SnippetList):
    """Fields of administration."""

    model = Field
    chooser_viewset_class = VocabularyChooserViewSet
    icon = "tag"
    list_display = ["name", "slug"]


class LifeEventViewSet(SnippetList):
    """Life events, in the order in which the home page shows them."""

    model = LifeEvent
    chooser_viewset_class = VocabularyChooserViewSet
    icon = "date"
    list_display = ["name", "slug", "position"]
    ordering = ["position", "name"]


class AudienceViewSet(SnippetList):
    """Who may use a service."""

    model = Audience
    chooser_viewset_class = VocabularyChooserViewSet
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


class HolidayViewSet(SnippetList):
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


@hooks.register("insert_global_admin_css")
def look_like_the_portal() -> SafeString:
    """The admin has the portal's colours and mark."""
    return format_html('<link rel="stylesheet" href="{}">', static("admin.css"))


@hooks.register("insert_editor_js")
def buttons_wait_for_autosave() -> SafeString:
    """What is pressed while a draft is being kept comes after it."""
    return format_html('<script src="{}"></script>', static("autosave-first.js"))


@hooks.register("register_admin_urls")
def manual_url() -> list[URLPattern]:
    return [
        path("huong-dan/", manual, name="manual"),
        path("huong-dan/screenshots/<slug:name>.png", manual_picture, name="manual_picture"),
    ]


@hooks.register("register_admin_urls")
def beside_the_editor_of_a_page() -> list[URLPattern]:
    return [
        path("pages/<int:page_id>/lien-quan/", page_dependents, name="page_dependents"),
        path("pages/<int:page_id>/chua-dang-duoc/", publication_warning, name="publication_warning"),
        path("pages/<int:page_id>/da-sua/", published_notes, name="published_notes"),
        path("pages/<int:page_id>/rows/<str:relation>/", row_fields, name="row_fields"),
    ]


@hooks.register("register_admin_urls")
def versions_of_the_menus() -> list[URLPattern]:
    return [path("menu/cac-ban/", menus_of_the_past, name="menu_versions")]


@hooks.register("register_help_menu_item")
def help_leads_to_the_manual() -> MenuItem:
    return MenuItem(_("Editors' manual"), reverse_lazy("manual"), name="manual", icon_name="help", order=100)


@hooks.register("construct_help_menu")
def help_stays_in_the_portal(request: HttpRequest, items: list[MenuItem]) -> None:
    """Nothing in the help menu leads to pages of others."""
    items[:] = [item for item in items if not item.name.startswith(WAGTAILS_OWN_HELP)]


@hooks.register("construct_main_menu")
def settings_name_no_version(request: HttpRequest, items: list[MenuItem]) -> None:
    """Wagtail writes its name and version, in English, below the settings."""
    for place, item in enumerate(items):
        if isinstance(item, SettingsMenuItem):
            items[place] = SubmenuMenuItem(item.label, item.menu, name=item.name, icon_name=item.icon_name)


@hooks.register("construct_homepage_panels")
def warn_of_uncertain_days(request: HttpRequest, panels: list[Component]) -> None:
    """Whoever keeps the working calendar sees first what is not certain in it."""
    if request.user.has_perm("core.change_holiday") and (warnings := calendar_warnings()):
        panels.append(CalendarWarningsPanel(warnings))


@hooks.register("register_log_actions")
def the_log_knows_our_own_actions(actions: LogActionRegistry) -> None:
    """The history of a page says that it was not published on its day, that of the portal what menus held."""
    actions.register_action(CHANGED)(MenusFormatter)
    actions.register_action(REFUSED)(RefusedFormatter)


hooks.register("before_edit_setting", note_what_stands)
hooks.register("after_edit_setting", note_what_changed)
hooks.register("before_publish_page", publication_doors.refuse_in_editor)
hooks.register("after_create_page", publication_doors.warn_who_submits)
hooks.register("after_edit_page", publication_doors.warn_who_submits)
hooks.register("before_edit_page", publication_doors.show_what_is_wrong)
hooks.register("before_edit_page", publication_doors.tell_of_waiting_version)
hooks.register("before_edit_page", publish_with_note, order=-1)  # before wagtail-localize's own answer
hooks.register("after_copy_page", publication_doors.publish_copies)


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


@hooks.register("before_bulk_action")
def files_in_use_stay(request: HttpRequest, action: str, files: list[Model], bulk: BulkAction) -> None:
    """Many files are deleted when no published page uses any of them; otherwise none, and the pages are named."""
    if action == "delete" and issubclass(bulk.model, (AbstractImage, AbstractDocument)):
        refuse_while_in_use(*files)


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


for action in (*BULK_ACTIONS, PublishMany):
    hooks.register("register_bulk_action", action, order=1)


@hooks.register("register_admin_viewset", order=1)
def the_tree_is_searched_without_tone_marks() -> PageExplorerViewSet:
    """After Wagtail's own, whose place it takes."""
    return page_explorer


@hooks.register("construct_admin_api", order=1)
def files_one_may_use(router: WagtailAPIRouter) -> None:
    """The editors' own interface lists the files a person may use, not everybody's."""
    router.register_endpoint("images", OwnImages)
    router.register_endpoint("documents", OwnDocuments)


@hooks.register("construct_page_chooser_queryset")
def pages_one_may_link_to(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Of other people's pages only what is public can be chosen."""
    return choosable(request.user, pages)


@hooks.register("register_admin_urls", order=-1)
def doors_of_translation() -> list[URLPattern]:
    """Locks and buttons that wagtail-localize lacks."""
    return [*translation_urls(), *approval_urls()]


@hooks.register("before_convert_alias_page")
def a_stand_in_becomes_a_page_when_it_may_be_published(request: HttpRequest, page: Page) -> None:
    """A stand-in that is live would be a live page in the wrong language at once."""
    if page.live and not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied


hooks.register("construct_page_action_menu", hand_in_comes_first)
