"""Quick links, banners and feedback in the editors' menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from home.feedback_admin import FeedbackViewSet
from home.models import Banner, QuickLink


class QuickLinkViewSet(SnippetViewSet):
    """Links of the footer."""

    model = QuickLink
    icon = "link"
    list_display = ["title", "url", "position"]
    search_fields = ["title", "url"]
    ordering = ["position", "title"]


class BannerViewSet(SnippetViewSet):
    """Pictures at the foot of the home page."""

    model = Banner
    icon = "image"
    list_display = ["title", "starts_on", "ends_on", "position"]
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
