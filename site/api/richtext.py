"""Rich text and blocks for partners: absolute links, only to what anyone may see, whatever language the reader has."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, Literal

from django.utils.html import escape
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.rich_text.rewriters import FIND_EMBED_TAG, LinkRewriter

from api.links import absolute
from api.parameters import BIGGEST_ID, DIGITS
from api.references import References
from core.law_links import LawLinkHandler

RELATIVE = re.compile(r'href="(/(?!/)[^"]*)"')
LINKS: dict[str, Literal["page", "file"]] = {"page": "page", "document": "file"}
"""Link types of Wagtail's rich text, and what References calls their targets."""

Target = tuple[Literal["page", "file", "picture"], int]


def html(source: str, references: References) -> str:
    """Stored rich text as HTML; a link to something hidden stays as plain words, pictures are left out."""
    rules = {
        "page": partial(page_tags, references),
        "document": partial(file_tags, references),
        LawLinkHandler.identifier: LawLinkHandler.expand_db_attributes_many,
    }
    linked = LinkRewriter(bulk_rules=rules)(FIND_EMBED_TAG.sub("", source or ""))
    return RELATIVE.sub(lambda match: f'href="{escape(absolute(match[1]))}"', linked)


def page_tags(references: References, tags: list[dict[str, str]]) -> list[str]:
    pages = [references.page(number(tag)) for tag in tags]
    return [opening(page and references.html_url(page)) for page in pages]


def file_tags(references: References, tags: list[dict[str, str]]) -> list[str]:
    files = [references.file(number(tag)) for tag in tags]
    return [opening(file and absolute(file.url)) for file in files]


def opening(url: str | None) -> str:
    return f'<a href="{escape(url)}">' if url else "<a>"


def number(tag: dict[str, str]) -> int | None:
    """Return the id in a link; None for one that no page or file can have."""
    value = tag.get("id", "")
    return int(value) if DIGITS.fullmatch(value) and int(value) <= BIGGEST_ID else None


def targets_in_html(source: str) -> Iterator[Target]:
    """Yield what the links of stored rich text point at."""
    for link_type, matches in LinkRewriter().extract_tags(source or "").items():
        for match in matches:
            pk = number(match.attrs)
            if link_type in LINKS and pk is not None:
                yield LINKS[link_type], pk


def children(
    block: blocks.Block,
    raw: Any,  # noqa: ANN401 (the block decides what its value is)
) -> list[tuple[str, blocks.Block, Any, str | None]]:
    """Return the parts of a stored compound value: name or type, block, stored value, id."""
    if isinstance(block, blocks.StreamBlock):
        known = block.child_blocks
        return [
            (part["type"], known[part["type"]], part["value"], part.get("id")) for part in raw if part["type"] in known
        ]
    if isinstance(block, blocks.ListBlock):
        values = [part["value"] if is_item(part) else part for part in raw or []]
        return [("item", block.child_block, value, None) for value in values]
    return [(name, child, (raw or {}).get(name), None) for name, child in block.child_blocks.items()]


def is_item(part: object) -> bool:
    return isinstance(part, dict) and part.get("type") == "item" and "value" in part


def targets(block: blocks.Block, raw: Any) -> Iterator[Target]:  # noqa: ANN401 (the block decides what its value is)
    """Yield what a stored block value points at: pages, files, pictures."""
    match block:
        case blocks.StreamBlock() | blocks.ListBlock() | blocks.StructBlock():
            for _name, child, value, _pk in children(block, raw):
                yield from targets(child, value)
        case blocks.RichTextBlock():
            yield from targets_in_html(raw)
        case ImageChooserBlock() if raw:
            yield "picture", raw
        case DocumentChooserBlock() if raw:
            yield "file", raw
        case blocks.PageChooserBlock() if raw:
            yield "page", raw


def represent(block: blocks.Block, raw: Any, references: References) -> Any:  # noqa: ANN401 (the block decides what its value is)
    """Return a stored block value as JSON: texts as they are, rich text as HTML, choices as cards; a hidden choice is
    null.
    """
    match block:
        case blocks.StreamBlock():
            answer: Any = [
                {"type": name, "value": represent(child, value, references), "id": pk}
                for name, child, value, pk in children(block, raw)
            ]
        case blocks.ListBlock():
            answer = [represent(child, value, references) for _name, child, value, _pk in children(block, raw)]
        case blocks.StructBlock():
            answer = {name: represent(child, value, references) for name, child, value, _pk in children(block, raw)}
        case blocks.RichTextBlock():
            answer = html(raw, references)
        case ImageChooserBlock():
            answer = references.picture_data(raw)
        case DocumentChooserBlock():
            answer = references.file_data(raw)
        case blocks.PageChooserBlock():
            answer = references.card(references.page(raw))
        case _:
            answer = raw
    return answer
