"""Acts in rich text: an editor chooses a row, readers see its name and state as they are that day.

Stored is `<a linktype="law" id="12" article="Điều 19.5"></a>`, empty, so that no number can grow old in a text.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.html import format_html
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.contentstate_models import ContentState
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    KEEP_WHITESPACE,
    HandlerState,
    InlineEntityElementHandler,
)
from wagtail.rich_text import LinkHandler

from core.law import Citation, cite_rows
from core.models import LegalDocument

ENTITY = "LAW"
Attributes = dict[str, str]


class LawLinkHandler(LinkHandler):
    """Writes the words of the link before the closing tag that is stored."""

    identifier = "law"

    @staticmethod
    def get_model() -> type[LegalDocument]:
        return LegalDocument

    @classmethod
    def expand_db_attributes(cls, attrs: Attributes) -> str:
        return cls.expand_db_attributes_many([attrs])[0]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: Sequence[Attributes]) -> list[str]:
        return [
            format_html('<a href="{}">{}', citation.url, citation.text) if citation else "<a>"
            for citation in cited(attrs_list)
        ]

    @classmethod
    def extract_references(cls, attrs: Attributes) -> Iterator[tuple[type[LegalDocument], str, str, str]]:
        yield LegalDocument, attrs["id"], "", ""


def cited(tags: Sequence[Attributes]) -> list[Citation | None]:
    """Return what each tag cites; None for a row that is gone."""
    ids = [int(tag["id"]) if tag.get("id", "").isdecimal() else 0 for tag in tags]
    found = cite_rows(ids)
    return [found[pk].at(tag.get("article", "")) if pk in found else None for pk, tag in zip(ids, tags, strict=True)]


class LawElementHandler(InlineEntityElementHandler):
    """What the editor sees of a stored link: the words that readers see, as one piece."""

    mutability = "IMMUTABLE"

    def handle_starttag(
        self, name: str, attrs: list[tuple[str, str]], state: HandlerState, contentstate: ContentState
    ) -> None:
        super().handle_starttag(name, attrs, state, contentstate)
        (citation,) = cited([dict(attrs)])
        state.current_block.text += citation.text if citation else "?"
        state.leading_whitespace = KEEP_WHITESPACE

    def get_attribute_data(self, attrs: Attributes) -> Attributes:
        return {"id": attrs.get("id", ""), "article": attrs.get("article", "")}


def law_entity(props: dict[str, Any]) -> Any:  # noqa: ANN401 (draftjs_exporter has no types)
    """Return the tag as it is stored, without the words that stood in the editor."""
    article = {"article": props["article"]} if props.get("article") else {}
    return DOM.create_element("a", {"linktype": "law", "id": str(props["id"]), **article})


CONVERSION = {
    "from_database_format": {'a[linktype="law"]': LawElementHandler(ENTITY)},
    "to_database_format": {"entity_decorators": {ENTITY: law_entity}},
}
