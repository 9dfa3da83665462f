"""Lists of snippets whose way back speaks the language of whoever looks at them.

Wagtail settles the words of it when the addresses of the site are first read, in the language of whoever came first.
"""

from typing import Any

from django.utils.translation import gettext_lazy
from wagtail.snippets.views.snippets import SnippetViewSet

WORDS = ("Home", "Snippets")
"""Wagtail's own, in the order of the way; its catalogue has them."""


class SnippetList(SnippetViewSet):
    """Wagtail's views of a snippet."""

    @property
    def breadcrumbs_items(self) -> list[dict[str, Any]]:
        way = super().breadcrumbs_items
        return [{**step, "label": gettext_lazy(word)} for step, word in zip(way, WORDS, strict=False)]
