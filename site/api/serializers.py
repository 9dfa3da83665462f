"""How pages become JSON: every field is a column, or a function of the page and of what was read for it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NotRequired, TypedDict

from django.db import models
from django.utils import translation
from rest_framework.fields import Field
from wagtail.api.v2.serializers import BaseSerializer, PageSerializer
from wagtail.blocks import StreamValue
from wagtail.documents.models import AbstractDocument
from wagtail.fields import RichTextField, StreamField
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from api import richtext
from api.links import absolute
from api.references import References, size_of
from core.models import Audience, Term


class Reading:
    """What is read for a set of pages before they are turned into JSON. A page type with rows brings its own."""

    def __init__(self, pages: Sequence[Page], names: Iterable[str], references: References) -> None:
        self.pages = pages
        self.names = set(names)
        self.references = references
        texts = [field for field in pages[0]._meta.concrete_fields if field.name in self.names] if pages else []
        for page in pages:
            if "parent" in self.names:
                references.want("path", [parent_path(page)])
            for field in texts:
                for kind, pk in targets_of(field, page):
                    references.want(kind, [pk])


def targets_of(field: models.Field, page: Page) -> Iterable[richtext.Target]:
    """Return what a column of free text points at."""
    value = getattr(page, field.attname)
    if isinstance(field, StreamField):
        return richtext.targets(value.stream_block, value.raw_data)
    return richtext.targets_in_html(value) if isinstance(field, RichTextField) else ()


def parent_path(page: Page) -> str:
    return page.path[: -page.steplen]


class Computed(Field):
    """A value that a function makes of the page and its Reading."""

    def __init__(self, function: Callable[[Any, Any], object]) -> None:
        super().__init__(read_only=True)
        self.function = function

    def get_attribute(self, instance: models.Model) -> models.Model:
        return instance

    def to_representation(self, value: models.Model) -> object:
        return self.function(value, self.context.get("reading"))


class Html(Field):
    """Rich text with absolute links."""

    def to_representation(self, value: str) -> str:
        return richtext.html(value, self.context["reading"].references)


class Blocks(Field):
    """The blocks of a body, in their order."""

    def to_representation(self, value: StreamValue) -> list[dict[str, Any]]:
        return richtext.represent(value.stream_block, value.raw_data, self.context["reading"].references)


class TermData(TypedDict):
    """A term of a vocabulary; an audience says whether it is one of citizens or of businesses."""

    slug: str
    name: str
    group: NotRequired[str]


def term_data(term: Term | None) -> TermData | None:
    """Return a term as partners read it."""
    if term is None:
        return None
    data: TermData = {"slug": term.slug, "name": term.name}
    if isinstance(term, Audience):
        data["group"] = term.group
    return data


def terms_data(terms: Iterable[Term]) -> list[TermData]:
    """Return terms in the order of their vocabulary."""
    members = sorted(terms, key=lambda term: (term.position, term.name))
    return [data for member in members if (data := term_data(member))]


def type_name(page: Page, reading: Reading) -> str:
    model = page.content_type.model_class() if type(page) is Page else type(page)
    return (model or Page)._meta.label


def parent_card(page: Page, reading: Reading) -> dict[str, Any] | None:
    """Return the page above, as a stock Wagtail API writes it; None where nobody may see it."""
    references = reading.references
    parent = references.page_at(parent_path(page))
    if parent is None:
        return None
    addresses = {"detail_url": references.detail_url(parent), "html_url": references.html_url(parent)}
    return {"id": parent.pk, "meta": {"type": type_name(parent, reading), **addresses}, "title": parent.title}


class PartnerPageSerializer(PageSerializer):
    """A page in its own language."""

    serializer_field_mapping = {**PageSerializer.serializer_field_mapping, RichTextField: Html, StreamField: Blocks}

    type = Computed(type_name)
    detail_url = Computed(lambda page, reading: reading.references.detail_url(page))
    html_url = Computed(lambda page, reading: reading.references.html_url(page))
    parent = Computed(parent_card)

    def to_representation(self, instance: Page) -> dict[str, Any]:
        with translation.override(instance.locale.language_code):
            return super().to_representation(instance)


class ImageSerializer(BaseSerializer):
    """A picture as it was uploaded."""

    detail_url = Computed(lambda image, reading: reading.references.detail_url(image))
    tags = Computed(lambda image, reading: tag_names(image))
    download_url = Computed(lambda image, reading: absolute(image.file.url))


class DocumentSerializer(BaseSerializer):
    """A file to download."""

    detail_url = Computed(lambda document, reading: reading.references.detail_url(document))
    tags = Computed(lambda document, reading: tag_names(document))
    download_url = Computed(lambda document, reading: absolute(document.url))
    file_type = Computed(lambda document, reading: document.file_extension.lower())
    size = Computed(lambda document, reading: size_of(document))


def tag_names(item: AbstractImage | AbstractDocument) -> list[str]:
    return sorted(tag.name for tag in item.tags.all())
