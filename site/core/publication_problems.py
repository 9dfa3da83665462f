"""What every page is asked when it is published: whether its fields and rows are filled in, whether its dates fit."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import ForeignKey, Model
from django.forms import Field
from django.utils import timezone
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Page

from core.problems import Problem


def field_problems(page: Page) -> Iterator[Problem]:
    """Yield what the fields of the page and of its rows refuse by themselves."""
    for name, message in _faults(page):
        yield Problem(message, name)
    for relation in get_all_child_relations(page):
        kind = relation.get_accessor_name()
        if kind == COMMENTS_RELATION_NAME:
            continue
        for number, row in enumerate(getattr(page, kind).all()):
            for name, message in _faults(row):
                yield Problem(message, kind, number, name)


def date_problems(page: Page) -> Iterator[Problem]:
    """Yield what is wrong with the days on which the page is to come and to go."""
    if page.go_live_at and page.expire_at and page.go_live_at > page.expire_at:
        yield Problem(_("Go live date/time must be before expiry date/time"), "go_live_at")
    if page.expire_at and page.expire_at <= timezone.now():
        yield Problem(_("Expiry date/time must be in the future."), "expire_at")


def address_problems(page: Page) -> Iterator[Problem]:
    """Yield why the page cannot have its address."""
    try:
        page.clean()
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            yield from (Problem(message, "" if name == NON_FIELD_ERRORS else name) for message in messages)


def _faults(instance: Model) -> Iterator[tuple[str, str]]:
    """Yield each field of a page or a row with what is wrong in it. Keys of other rows are the database's to keep."""
    keys = {field.name for field in instance._meta.concrete_fields if isinstance(field, ForeignKey)}
    try:
        instance.clean_fields(exclude=keys)
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            yield from ((name, message) for message in messages)
    for field in instance._meta.concrete_fields:
        if isinstance(field, ForeignKey) and _is_missing(instance, field):
            yield field.name, str(Field.default_error_messages["required"])
        if isinstance(field, StreamField):
            yield from ((field.name, message) for message in _stream_faults(field, getattr(instance, field.name)))


def _is_missing(instance: Model, field: ForeignKey) -> bool:
    typed = field.editable and not isinstance(field, ParentalKey) and not field.blank
    return typed and getattr(instance, field.attname) is None


def _stream_faults(field: StreamField, value: Any) -> Iterator[str]:  # noqa: ANN401 (a stream's value)
    try:
        field.stream_block.clean(value)
    except ValidationError as error:
        told = error.as_json_data() if hasattr(error, "as_json_data") else {"messages": error.messages}
        yield from dict.fromkeys(_leaves(told, []))


def _leaves(told: Any, place: list[str]) -> Iterator[str]:  # noqa: ANN401 (the faults of blocks, as Wagtail nests them)
    """Yield the messages of blocks, each with the place of its block, counted from 1."""
    if isinstance(told, dict):
        for message in told.get("messages", ()):
            yield ": ".join([*([_("block %(place)s") % {"place": ".".join(place)}] if place else []), str(message)])
        for number, inner in told.get("blockErrors", {}).items():
            counted = [*place, str(int(number) + 1)] if str(number).isdigit() else place
            yield from _leaves(inner, counted)
