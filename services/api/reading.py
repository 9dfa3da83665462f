"""What a list of services needs beside their own columns: their rows, and everything they and the rows point at."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from wagtail.models import Page

from api.references import References
from api.serializers import Reading, parent_path
from core.child_rows import ChildRows, child_rows, row_values
from core.models import Audience, Field, LegalDocument, LifeEvent
from services.models import ServicePage
from services.models.cases import tell_cases
from services.models.row_kinds import KINDS, LINKS, OF_CASE

Data = dict[str, Any]

VOCABULARIES: dict[str, type[Audience] | type[LifeEvent]] = {"audiences": Audience, "life_events": LifeEvent}
ROWS_BEHIND = {
    "channels": ("channels", "durations", "cases"),
    **{kind: (kind, "cases") for kind in OF_CASE},
}
"""Fields that are made of other rows than those of their own name."""


class ServiceReading(Reading):
    """The rows of the services, and everything they and the services point at."""

    def __init__(self, pages: Sequence[ServicePage], names: list[str], references: References) -> None:
        super().__init__(pages, names, references)
        asked = {kind for name in names for kind in ROWS_BEHIND.get(name, (name,))}
        kinds = [kind for kind in (*KINDS, *LINKS) if kind in asked]
        found = child_rows(pages, kinds)
        self.rows = {page.pk: {kind: _values(found, page, kind) for kind in kinds} for page in pages}
        self.guides = guides_of(pages) if "guides" in self.names else {}
        for page in pages:
            self.want_of_page(page)
            for kind, rows in self.rows[page.pk].items():
                for row in rows:
                    self.want_of_row(kind, row)

    def want_of_page(self, page: ServicePage) -> None:
        references, names = self.references, self.names
        if "department" in names:
            references.want("path", [parent_path(page)])
        references.want(
            "page", [getattr(page, f"{name}_id") for name in ("former_department", "replaced_by") if name in names]
        )
        references.want("page", self.guides.get(page.translation_key, ()))
        if "field" in names:
            references.want(Field, [page.field_id])

    def want_of_row(self, kind: str, row: Data) -> None:
        references = self.references
        references.want("page", [row.get("department_id"), row.get("service_id")])
        references.want("file", [row.get("template_id")])
        references.want(LegalDocument, [row.get("legal_document_id")])
        if kind in VOCABULARIES:
            references.want(VOCABULARIES[kind], [row[f"{VOCABULARIES[kind]._meta.model_name}_id"]])

    def of(self, service: ServicePage, kind: str) -> list[Data]:
        """Return the rows of one kind of one service."""
        return self.rows[service.pk][kind]


def _values(found: ChildRows, page: ServicePage, kind: str) -> list[Data]:
    """Return what the rows of one kind say; those of a case with its name."""
    rows = found.of(page, kind)
    if kind not in OF_CASE:
        return [row_values(row) for row in rows]
    tell_cases(rows, found.of(page, "cases"))
    return [{"case": row.case, **row_values(row)} for row in rows]


def guides_of(services: Sequence[Page]) -> dict[UUID, list[int]]:
    """Return ids of the articles about each service, in any language, by the service's translation key."""
    if not services:
        return {}
    model = type(services[0])._meta.get_field("guides").related_model
    keys = [service.translation_key for service in services]
    found: dict[UUID, list[int]] = {}
    rows = model.objects.filter(service__translation_key__in=keys).order_by("page_id")
    for key, guide in rows.values_list("service__translation_key", "page_id"):
        found.setdefault(key, []).append(guide)
    return found
