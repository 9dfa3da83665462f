"""What a draft consists of, part by part, in plain words: fields, blocks of a text, rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, Model
from django.utils.formats import localize
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Page

from core.text import clean

UNSAID = {"id", "page", "sort_order", "locale", "translation_key", "page_ptr", "unique_slug", "unique_code", "key"}
"""Columns that say nothing to a reader."""
NAMED_BY = {"case_key": "case"}
"""Columns that hold a key, with what tells its name."""
WHOLE = "page"
"""The key of the page as a whole."""


@dataclass(frozen=True)
class Part:
    """A part of a draft; `key` names it within the draft."""

    key: str
    label: str
    text: str


def parts_of(page: Page) -> list[Part]:
    """Return the parts of a draft that say something, and the page as a whole for what is missing in it."""
    found = [Part("title", _("Title"), page.title), *_fields(page), *_rows(page)]
    return [*(part for part in found if part.text), Part(WHOLE, _("The whole page, and what is missing"), "")]


def _fields(page: Page) -> Iterator[Part]:
    inherited = {field.name for field in Page._meta.get_fields()}
    for field in (*page._meta.concrete_fields, *page._meta.many_to_many):
        if field.name in inherited or field.name in UNSAID:
            continue
        if isinstance(field, StreamField):
            yield from _blocks(page, field)
        else:
            yield Part(field.name, _capital(field), _said(page, field))


def _blocks(page: Page, field: StreamField) -> Iterator[Part]:
    for number, block in enumerate(field.value_from_object(page), start=1):
        yield Part(f"{field.name}-{number}", f"{_capital(field)} {number}", _plain(block.render()))


def _rows(page: Page) -> Iterator[Part]:
    for relation in get_all_child_relations(page):
        name = relation.get_accessor_name()
        if name == COMMENTS_RELATION_NAME:
            continue
        kind = relation.related_model
        columns = [field for field in kind._meta.concrete_fields if field.name not in UNSAID]
        for number, row in enumerate(getattr(page, name).all(), start=1):
            said = ((_capital(field), _said(row, field)) for field in columns)
            text = "; ".join(f"{label}: {value}" for label, value in said if value)
            yield Part(f"{name}-{number}", f"{_named(kind)} {number}", text)


def _said(owner: Model, field: Field) -> str:
    """Return a value as a person reads it; "" for none."""
    if field.many_to_many:
        return ", ".join(str(one) for one in getattr(owner, field.name).all())
    if field.choices:
        return str(getattr(owner, f"get_{field.name}_display")() or "")
    value: Any = getattr(owner, NAMED_BY.get(field.name, field.name))
    if value is None or value == "" or value is False:
        return ""
    return _("yes") if value is True else _plain(str(localize(value)))


def _plain(html: str) -> str:
    return clean(" ".join(strip_tags(html.replace("<", " <")).split()))


def _capital(field: Field) -> str:
    name = str(field.verbose_name)
    return name[:1].upper() + name[1:]


def _named(kind: type[Model]) -> str:
    name = str(kind._meta.verbose_name)
    return name[:1].upper() + name[1:]
