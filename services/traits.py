"""What the filters of the list know of every service, read in a number of queries that does not depend on how many."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest

from departments.register import register_of
from services.models import HandlingAgency, ServicePage

DEPARTMENT, LEVEL, FIELD, AUDIENCE, LIFE_EVENT, APPLY_MODE = (
    "department",
    "level",
    "field",
    "audience",
    "life_event",
    "apply_mode",
)
"""The names of the filters, as addresses and the partner API write them."""


@dataclass(frozen=True)
class Traits:
    """One public service by its Vietnamese page: `values` holds, by filter, the values under which it is found."""

    pk: int
    key: UUID
    title: str
    changed: datetime | None
    values: dict[str, set[str]]


def traits(request: HttpRequest | None) -> list[Traits]:
    """Every public service. Terms go by the slug of the Vietnamese term, audiences by their group as well."""
    found = {}
    departments = owner_slugs(request)
    rows = ServicePage.objects.on_site(settings.LANGUAGE_CODE).with_owner_path().order_by("pk")
    columns = ("pk", "translation_key", "title", "last_published_at", "level", "field__slug", "owner_path")
    for pk, key, title, changed, level, field, owner_path in rows.values_list(*columns):
        values = defaultdict(set)
        _add(values, LEVEL, [level])
        _add(values, FIELD, [field])
        _add(values, DEPARTMENT, [departments.get(owner_path)])
        found[pk] = Traits(pk, key, title, changed, values)
    _add_rows(found, AUDIENCE, ServicePage.audiences.through, "servicepage_id", "audience__group", "audience__slug")
    _add_rows(found, LIFE_EVENT, ServicePage.life_events.through, "servicepage_id", "lifeevent__slug")
    _add_rows(found, APPLY_MODE, HandlingAgency, "page_id", "apply_mode")
    return list(found.values())


def owner_slugs(request: HttpRequest | None) -> dict[str, str]:
    """The slug of each department by its place in the Vietnamese tree, where its services stand below it."""
    return {page.path: page.slug for page in register_of(request).originals}


def _add_rows(found: dict[int, Traits], name: str, model: Any, owner: str, *columns: str) -> None:
    for pk, *values in model._default_manager.values_list(owner, *columns).distinct():
        if pk in found:
            _add(found[pk].values, name, values)


def _add(values: dict[str, set[str]], name: str, new: Iterable[object]) -> None:
    values[name].update(str(value) for value in new if value)
