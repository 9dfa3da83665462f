"""A service page with all its rows: one query for the rows, one each for the laws and the files they point at.

The rows stand beside the page, never on it: what a rule reads of the page later is what stands in the database, or what
the editor is just writing.
"""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property

from core.child_rows import child_rows, told_columns
from core.models import LegalDocument, PortalDocument
from core.visibility import visible_media
from departments.department_cache import DepartmentCache, department_cache
from departments.models import DepartmentPage
from services.models import ServicePage
from services.models.cases import tell_cases
from services.models.parts import ServicePart
from services.models.row_kinds import KINDS, OF_CASE

READ = [kind for kind in KINDS if kind != "related_services"]
"""Related services are pages and come with the other pages around this one."""


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
    def department(self) -> dict[int, DepartmentPage]:
        return self._departments.with_ids(self._wanted("department_id"))


def read_rows(page: ServicePage, request: HttpRequest | None) -> dict[str, list[Any]]:
    """Return all rows of a page by kind, those of the database with what they point at."""
    found = child_rows([page], READ)
    stored = list(found.stored(page))
    targets = _Targets(stored, department_cache(request))
    for row in stored:
        _point(row, page, targets)
    tell_cases([row for kind in OF_CASE for row in found.of(page, kind)], found.of(page, "cases"))
    return {kind: found.of(page, kind) for kind in READ}


def _point(row: ServicePart, page: ServicePage, targets: _Targets) -> None:
    """Give the row its page and what its foreign keys name."""
    row.page, row.locale = page, page.locale
    for field in told_columns(type(row)):
        key = getattr(row, field.attname)
        if field.is_relation and key:
            setattr(row, field.name, getattr(targets, field.name).get(key))
