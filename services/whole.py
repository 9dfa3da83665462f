"""Service pages with their rows: one query for the rows, one each for the laws and the files they point at."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property

from core.models import LegalDocument, PortalDocument
from departments.register import Register, register_of
from services.models import ServicePage
from services.rows import KINDS, columns, rows_of

READ = [kind for kind in KINDS if kind != "related_services"]
"""Related services are pages and come with the other pages around this one."""


class _Targets:
    """What the rows of one page point at, by the name of the foreign key."""

    def __init__(self, rows: dict[str, list[dict[str, Any]]], departments: Register) -> None:
        self._rows = rows
        self._departments = departments

    def _wanted(self, column: str) -> set[int]:
        return {row[column] for rows in self._rows.values() for row in rows if row.get(column)}

    @cached_property
    def legal_document(self) -> dict[int, LegalDocument]:
        return LegalDocument.objects.in_bulk(self._wanted("legal_document_id"))

    @cached_property
    def template(self) -> dict[int, PortalDocument]:
        return PortalDocument.objects.in_bulk(self._wanted("template_id"))

    @cached_property
    def department(self) -> dict[int, Any]:
        return self._departments.by_id


def read_rows(page: ServicePage, request: HttpRequest | None) -> None:
    """Fill all rows of a page and what they point at; a page with rows of its own, as in a preview, is left alone."""
    if page.pk is None or getattr(page, "_cluster_related_objects", None):
        return
    found = rows_of([page], READ)[page.pk]
    _fill(page, found, READ)
    targets = _Targets(found, register_of(request))
    for kind, rows in found.items():
        for item, row in zip(page._cluster_related_objects[kind], rows, strict=True):
            _point(item, row, targets)


def read_some_rows(pages: Sequence[ServicePage], kinds: Sequence[str]) -> None:
    """Fill some kinds of rows of many pages, without what they point at, in one query."""
    found = rows_of(pages, kinds)
    for page in pages:
        _fill(page, found[page.pk], kinds)


def _fill(page: ServicePage, found: dict[str, list[dict[str, Any]]], kinds: Sequence[str]) -> None:
    page._cluster_related_objects = {kind: [_instance(kind, row, page) for row in found[kind]] for kind in kinds}


def _instance(kind: str, row: dict[str, Any], page: ServicePage) -> Any:
    """The row as its model's object."""
    model: Any = KINDS[kind]
    values = {field.attname: field.to_python(row[field.attname]) for field in columns(model)}
    return model(page=page, locale=page.locale, **values)


def _point(item: Any, row: dict[str, Any], targets: _Targets) -> None:
    """Give the object what its foreign keys name."""
    for field in columns(type(item)):
        if field.is_relation and row[field.attname]:
            setattr(item, field.name, getattr(targets, field.name)[row[field.attname]])
