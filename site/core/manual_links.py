"""Where the editors' handbook tells more: links from the admin to its headings."""

from django.urls import reverse
from django.utils.functional import Promise, lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext


def manual_address(anchor: str) -> str:
    """Return the address of a heading, named as it stands in addresses."""
    return f"{reverse('manual')}#{anchor}"


def with_manual_link(text: str | Promise, anchor: str) -> SafeString:
    """Return a text, translated when it is shown, and after it a link to a heading."""

    def shown() -> SafeString:
        link = '{} <a class="th-explained" href="{}" target="_blank">{}</a>'
        return format_html(link, text, manual_address(anchor), gettext("How it is written"))

    words: SafeString = lazy(shown, SafeString)()
    return words
