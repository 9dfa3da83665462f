"""Blocks of free text. Text blocks never hold None: a translation would fail on it."""

from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.documents.models import AbstractDocument
from wagtail.images.blocks import ImageChooserBlock
from wagtail.images.models import AbstractImage

from core.links import public_links
from core.visibility import visible_media

Context = dict[str, Any]

RICH_TEXT = ["bold", "italic", "link", "document-link", "law", "ul", "ol", "h4"]
REMARK = ["bold", "link", "law"]


def _with_public(context: Context, item: AbstractImage | AbstractDocument | None, name: str) -> Context:
    """Return the context with that image or document, None where it lies in a private collection."""
    is_public = item is not None and visible_media(type(item).objects).filter(pk=item.pk).exists()
    return {**context, name: item if is_public else None}


class WordsBlock(blocks.CharBlock):
    """A line of text; an unset value is the empty text."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"default": "", **kwargs})

    def to_python(self, value: str | None) -> str:
        return value or ""


class CalloutBlock(blocks.StructBlock):
    """A remark set apart from the text."""

    kind = blocks.ChoiceBlock([("note", _("Note")), ("warning", _("Warning"))], default="note", label=_("kind"))
    text = blocks.RichTextBlock(features=REMARK, label=_("text"))

    class Meta:
        icon = "warning"
        label = _("Callout")
        template = "blocks/callout.html"


class ImageBlock(blocks.StructBlock):
    """A picture with its own text alternative and caption; nothing while it lies in a private collection."""

    image = ImageChooserBlock(label=_("image"))
    alt = WordsBlock(
        required=False, max_length=250, label=_("text alternative"), help_text=_("Blank only for pure decoration.")
    )
    caption = WordsBlock(required=False, max_length=250, label=_("caption"))

    def get_context(self, value: blocks.StructValue, parent_context: Context | None = None) -> Context:
        return _with_public(super().get_context(value, parent_context=parent_context), value["image"], "picture")

    class Meta:
        icon = "image"
        label = _("Image")
        template = "blocks/image.html"


class FileBlock(blocks.StructBlock):
    """A file to download; nothing while it lies in a private collection."""

    document = DocumentChooserBlock(label=_("document"))

    def get_context(self, value: blocks.StructValue, parent_context: Context | None = None) -> Context:
        return _with_public(super().get_context(value, parent_context=parent_context), value["document"], "document")

    class Meta:
        icon = "doc-full"
        label = _("File")
        template = "blocks/file.html"


class ServiceBlock(blocks.StructBlock):
    """A link to a service, in the language of the reader."""

    service = blocks.PageChooserBlock(page_type="services.ServicePage", label=_("service"))

    def get_context(self, value: blocks.StructValue, parent_context: Context | None = None) -> Context:
        context = super().get_context(value, parent_context=parent_context)
        page, known = value["service"], context.get("service_links") or {}
        context["link"] = known.get(page.translation_key) if page else None
        return context

    class Meta:
        icon = "link"
        label = _("Link to a service")
        template = "blocks/service.html"


class BodyBlock(blocks.StreamBlock):
    """The body of guidance and notices."""

    heading = WordsBlock(max_length=200, icon="title", label=_("Heading"), template="blocks/heading.html")
    text = blocks.RichTextBlock(features=RICH_TEXT, label=_("Text"))
    steps = blocks.ListBlock(
        blocks.RichTextBlock(features=REMARK, label=_("step")),
        icon="list-ol",
        label=_("Steps"),
        template="blocks/steps.html",
    )
    callout = CalloutBlock()
    image = ImageBlock()
    file = FileBlock()
    service = ServiceBlock()

    def get_context(self, value: blocks.StreamValue, parent_context: Context | None = None) -> Context:
        """Return all services that the text names, looked up together."""
        context = super().get_context(value, parent_context=parent_context)
        services = [block.value["service"] for block in value if block.block_type == "service"]
        services = [service for service in services if service]
        prefetch_related_objects(services, "locale")
        context["service_links"] = public_links(services, context.get("request"))
        return context

    class Meta:
        template = "blocks/body.html"
