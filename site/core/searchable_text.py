"""The words of texts for the search index: rich text without its tags, and every act it cites by name and number."""

import re
from typing import Any

from django.utils import translation
from wagtail import blocks
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from core.law_links import cited

LAW_LINK = re.compile(r'<a\b[^>]*\blinktype="law"[^>]*></a>')
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


def rich_text_words(page: Page, source: str) -> str:
    """Return the words of a rich text of that page, acts named in its language; no query where it cites none."""
    links = LAW_LINK.findall(source)
    if not links:
        return str(get_text_for_indexing(source))
    with translation.override(page.locale.language_code):
        names = iter([act.short if act else "" for act in cited([dict(ATTRIBUTE.findall(link)) for link in links])])
    return str(get_text_for_indexing(LAW_LINK.sub(lambda _link: f" {next(names)} ", source)))


def stream_words(page: Page, block: blocks.Block, value: Any) -> list[str]:  # noqa: ANN401 (the block decides what its value is)
    """Return the texts of a block's value that a citizen may search for, as Wagtail does, but with the acts."""
    match block:
        case blocks.StreamBlock():
            return [words for part in value for words in stream_words(page, part.block, part.value)]
        case blocks.ListBlock():
            return [words for item in value for words in stream_words(page, block.child_block, item)]
        case blocks.StructBlock():
            parts = block.child_blocks.items()
            return [words for name, child in parts for words in stream_words(page, child, value.get(name))]
        case blocks.RichTextBlock():
            return [rich_text_words(page, value.source)] if value else []
    return list(block.get_searchable_content(value))
