"""A service page with all its rows: one query for the rows, one each for the laws and the files they point at.

The rows stand beside the page, never on it: what a rule reads of the page later is what stands in the database, or what
the editor is just writing.
"""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property

from core.models import LegalDocument, PortalDocument
from core.visibility import visible_media
from departments.department_cache import DepartmentCache, department_cache
from services.models import ServicePage
from services.models.row_queries import KINDS, columns, fetch_child_objects

READ = [kind for kind in KINDS if kind != "related_services"]
"""Related services are pages and come with the other pages around this one."""


class PageRows:
    """The rows of one page by the name of their relation, in the editor's order: for reading, not for saving."""

    def __init__(self, rows: dict[str, list[Any]]) -> None:
        self._rows = rows

    def __getitem__(self, kind: str) -> list[Any]:
        return self._rows.get(kind, [])


class _Targets:
    """What the rows of one page point at, by the name of the foreign key."""

    def __init__(self, rows: list[Any], departments: DepartmentCache) -> None:
        self._rows = rows
        self._departments = departments

    def _wanted(self, column: str) -> set[int]:
        return {key for row in self._rows if (key := getattr(row, column, None))}

    @cached_property
    def legal_document(self) -> dict[int, LegalDocument]:
        return LegalDocument.objects.in_bulk(self._wanted("legal_document_id"))

    @cached_property
    def template(self) -> dict[int, PortalDocument]:
        """Files of private collections are left out."""
        return visible_media(PortalDocument.objects).in_bulk(self._wanted("template_id"))

    @cached_property
    def department(self) -> dict[int, Any]:
        return self._departments.by_id


def read_rows(page: ServicePage, request: HttpRequest | None) -> PageRows:
    """All rows of a page and what they point at; a page with rows of its own, as in a preview, speaks for itself."""
    if page.pk is None or has_rows_of_its_own(page):
        return PageRows({kind: list(getattr(page, kind).all()) for kind in READ})
    rows = fetch_child_objects([page], READ).get(page.pk, {})
    targets = _Targets(list(_all(rows)), department_cache(request))
    for item in _all(rows):
        _point(item, page, targets)
    return PageRows(rows)


def has_rows_of_its_own(page: ServicePage) -> bool:
    """Whether the page holds rows that may differ from those of the database."""
    return bool(getattr(page, "_cluster_related_objects", None))


def _all(rows: dict[str, list[Any]]) -> Iterator[Any]:
    for items in rows.values():
        yield from items


def _point(item: Any, page: ServicePage, targets: _Targets) -> None:
    """Give the row its page and what its foreign keys name."""
    item.page, item.locale = page, page.locale
    for field in columns(type(item)):
        key = getattr(item, field.attname)
        if field.is_relation and key:
            setattr(item, field.name, getattr(targets, field.name).get(key))
