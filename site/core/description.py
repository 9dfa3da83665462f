"""What a search result says about a page: a sentence of the page's own words."""

import html
import textwrap

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.models import Page

LONGEST = 160
"""Characters that search engines show."""

TEXTS = ("search_description", "summary", "lead", "introduction", "functions")
"""Where a page says what it is about, the best first."""


def description_of(page: Page, title: str) -> str:
    """Return the first text the page has, without markup and cut at a word;
    one made from its title when it has none.
    """
    own = next((text for name in TEXTS if (text := plain(getattr(page, name, "") or ""))), "")
    return textwrap.shorten(own, LONGEST, placeholder=" …") if own else _made_from(title)


def plain(text: str) -> str:
    """Return the words of a rich text with single spaces."""
    return " ".join(html.unescape(strip_tags(text.replace("<", " <"))).split())


def _made_from(title: str) -> str:
    if not title:
        return _("Public services of Thanh Hóa province: documents, fees, time limits and where to apply.")
    return _("%(title)s: public services of Thanh Hóa province, their documents, fees and time limits.") % {
        "title": title
    }
