"""Quick links and banners that lead to a page by its address, which no index of references knows."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.page_dependents import Dependent
from home.models import Banner, QuickLink


def links_to_page(page: Page) -> Iterator[Dependent]:
    """Yield the quick links and banners with the address of the page, in any language."""
    family = Page.objects.filter(translation_key=page.translation_key).specific()
    paths = {urlsplit(address).path for one in family if (address := one.get_url())}
    for link in QuickLink.objects.all():
        if urlsplit(link.url).path in paths:
            yield _line(_("Quick link: “%(title)s”"), link, "wagtailsnippets_home_quicklink:edit")
    for banner in Banner.objects.all():
        if urlsplit(banner.url).path in paths:
            yield _line(_("Banner: “%(title)s”"), banner, "wagtailsnippets_home_banner:edit")


def _line(words: str, link: QuickLink | Banner, editor: str) -> Dependent:
    return Dependent(words % {"title": link.title}, reverse(editor, args=[link.pk]))
