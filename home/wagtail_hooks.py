"""The first page of the editors' area; quick links, banners and feedback in its menu; fact checks of a page."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views import home as stock
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from accounts.models import User
from core.snippet_lists import SnippetList
from home.desk.menu import MyWorkItem, TranslationsItem
from home.desk.my_work import MyWorkPanel, work_of
from home.desk.translating import continue_translation, translation_queue
from home.fact_check.editor_views import fact_checks, tell_of_comments
from home.feedback_admin import FeedbackViewSet
from home.models import Banner, QuickLink


class QuickLinkViewSet(SnippetList):
    """Links of the footer."""

    model = QuickLink
    icon = "link"
    list_display = ["title", "url", "position", "is_shown"]
    search_fields = ["title", "url"]
    ordering = ["position", "title"]


class BannerViewSet(SnippetList):
    """Pictures at the foot of the home page."""

    model = Banner
    icon = "image"
    list_display = ["title", "starts_on", "ends_on", "position", "is_shown"]
    search_fields = ["title", "alt"]
    ordering = ["position", "pk"]


class AroundThePagesGroup(SnippetViewSetGroup):
    """What stands around the pages."""

    menu_label = _("Links and banners")
    menu_icon = "desktop"
    menu_order = 310
    items = (QuickLinkViewSet, BannerViewSet)


register_snippet(AroundThePagesGroup)
register_snippet(FeedbackViewSet)
hooks.register("before_edit_page", tell_of_comments)


@hooks.register("register_admin_urls")
def fact_check_urls() -> list[URLPattern]:
    return [path("pages/<int:page_id>/kiem-tra/", fact_checks, name="fact_checks")]


@hooks.register("register_admin_urls")
def translation_urls() -> list[URLPattern]:
    return [
        path("dich/", translation_queue, name="translation_queue"),
        path("dich/<int:page_pk>/", continue_translation, name="continue_translation"),
    ]


@hooks.register("register_admin_menu_item")
def translators_have_a_list_of_their_own() -> MenuItem:
    return TranslationsItem(
        _("To translate"), reverse_lazy("translation_queue"), name="to-translate", icon_name="globe", order=160
    )


@hooks.register("register_page_header_buttons")
def fact_check_button(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Yield a button on every page that one may edit."""
    if page.pk and page.permissions_for_user(user).can_edit():
        yield Button(_("Fact check"), reverse("fact_checks", args=[page.pk]), icon_name="clipboard-list", priority=70)


STOCK_PANELS = (
    stock.WorkflowObjectsToModeratePanel,
    stock.UserObjectsInWorkflowModerationPanel,
    stock.RecentEditsPanel,
    stock.LockedPagesPanel,
)
"""What Wagtail shows; the blocks of one's own work tell the same, each in one question."""


@hooks.register("construct_homepage_panels")
def first_comes_what_waits(request: HttpRequest, panels: list[Component]) -> None:
    panels[:] = [panel for panel in panels if not isinstance(panel, STOCK_PANELS)]
    panels.append(MyWorkPanel(work_of(request)))


@hooks.register("construct_homepage_summary_items")
def numbers_of_pages_are_no_work(request: HttpRequest, items: list[SummaryItem]) -> None:
    items.clear()


@hooks.register("register_admin_menu_item")
def my_work_comes_first() -> MyWorkItem:
    return MyWorkItem(_("My work"), reverse_lazy("wagtailadmin_home"), name="my-work", icon_name="home", order=10)
