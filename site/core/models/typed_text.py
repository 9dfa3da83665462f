"""What editors type is stored clean: composed letters, no signs nobody can see, single blanks.

It happens where a thing is checked (`full_clean`), so that the preview, the draft and the published page show the same;
`save()` changes nothing.
"""

from typing import Any

from django.db import models
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import RichText

from core import text
from core.child_rows import rows_in_memory


class TypedText:
    """Give it before the other base classes of a model whose words are typed by people."""

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        clean_texts(self)  # type: ignore[arg-type] # a model, by what it is given to
        super().full_clean(*args, **kwargs)  # type: ignore[misc]


def clean_texts(instance: models.Model) -> None:
    """Clean every typed text of a model's instance in place, those of its rows in memory too."""
    for field in instance._meta.concrete_fields:
        if is_typed(field) and field.attname not in instance.get_deferred_fields():
            setattr(instance, field.attname, _cleaned(field, getattr(instance, field.attname)))
    if isinstance(instance, ClusterableModel):
        for relation in get_all_child_relations(instance):
            for row in rows_in_memory(instance, relation.get_accessor_name()) or ():
                clean_texts(row)


def is_typed(field: models.Field) -> bool:
    """Return whether people type words into it: no choice out of a list, no address, nothing a program fills in."""
    if not field.editable or field.choices or isinstance(field, models.SlugField):
        return False
    return isinstance(field, (models.CharField, models.TextField, StreamField))


def _cleaned(field: models.Field, value: Any) -> Any:  # noqa: ANN401 (the field decides what its value is)
    if not value:
        return value
    if isinstance(field, StreamField):
        return clean_block(field.stream_block, value)
    if isinstance(field, RichTextField):
        return text.clean_html(value)
    return text.clean_lines(value) if isinstance(field, models.TextField) else text.clean(value)


def clean_block(block: blocks.Block, value: Any) -> Any:  # noqa: ANN401 (the block decides what its value is)
    """Return the value of a block with clean words; streams, lists and structures are cleaned in place."""
    match block:
        case blocks.StructBlock() if value:
            for name, child in block.child_blocks.items():
                value[name] = clean_block(child, value.get(name))
        case blocks.StreamBlock() if value:
            for part in value:
                part.value = clean_block(part.block, part.value)
        case blocks.ListBlock() if value:
            for part in value.bound_blocks:
                part.value = clean_block(part.block, part.value)
        case _:
            return _clean_words(block, value)
    return value


def _clean_words(block: blocks.Block, value: Any) -> Any:  # noqa: ANN401 (the block decides what its value is)
    if isinstance(block, blocks.RichTextBlock):
        return RichText(text.clean_html(value.source)) if value else value
    if isinstance(block, blocks.TextBlock):
        return text.clean_lines(value or "")
    return text.clean(value or "") if isinstance(block, blocks.CharBlock) else value
