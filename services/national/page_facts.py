"""What one of our pages says, as facts beside those of a record."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from core.models import LegalDocument
from departments.models import DepartmentPage
from services.models import ServicePage, row_kinds
from services.models.cases import rows_with_cases
from services.national import facts
from services.national.facts import FactRow, ProcedureFacts, Value
from services.national.mapping.papers import law_number
from services.rules.choices import ChannelKind

FIELDS = (
    *("official_name", "online_scope", "decision_number", "decision_date", "decision_issuer", "source_url"),
    *("conditions", "conditions_status", "result_in_person", "result_online", "result_by_post"),
)
COLUMNS = {
    facts.CHANNELS: ("kind", "note"),
    facts.DURATIONS: ("channel", "case", "value", "unit", "counted_from", "note"),
    facts.FEES: ("channel", "case", "kind", "name", "status", "amount", "unit", "note"),
    facts.DOCUMENTS: (
        *("case", "name", "is_abridged", "originals", "copies"),
        *("template_files", "template_url", "note"),
    ),
    facts.RESULTS: ("name", "code"),
    facts.STEPS: ("heading", "text"),
}


def draft_of(page: ServicePage) -> ServicePage:
    """Return the latest version of a page with its rows in memory, so that what is read is what is changed."""
    draft: ServicePage = page.get_latest_revision_as_object()
    for kind in row_kinds.KINDS:
        getattr(draft, kind).get_object_list()
    return draft


def facts_of_page(page: ServicePage) -> ProcedureFacts:
    """Return the facts of a page as it is in memory, saved or not."""
    fields: dict[str, Value] = {name: getattr(page, name) for name in FIELDS}
    fields["field"] = page.field.name if page.field else ""
    fields["audiences"] = tuple(sorted(term.name for term in page.audiences.all()))
    rows = {kind: tuple(_rows(page, kind)) for kind in COLUMNS}
    rows[facts.LEGAL_BASES] = tuple(_laws(page))
    rows[facts.AGENCIES] = tuple(_agencies(page))
    for kind in (facts.DURATIONS, facts.FEES):
        rows[kind] = tuple(row for one in rows[kind] for row in _on_each_channel(one, rows[facts.CHANNELS]))
    return ProcedureFacts(fields, rows)


def _rows(page: ServicePage, kind: str) -> Iterator[FactRow]:
    found = rows_with_cases(page, kind) if kind in row_kinds.OF_CASE else getattr(page, kind).all()
    for place, row in enumerate(found):
        yield FactRow(kind, {name: getattr(row, name) for name in COLUMNS[kind]}, place)


def _on_each_channel(row: FactRow, channels: tuple[FactRow, ...]) -> Iterator[FactRow]:
    """A row for every channel says the same of each of the page's own."""
    if row.text("channel"):
        yield row
        return
    for kind in [one.text("kind") for one in channels] or ChannelKind.values:
        yield replace(row, values={**row.values, "channel": kind})


def _laws(page: ServicePage) -> Iterator[FactRow]:
    rows = list(page.legal_bases.all())
    found = LegalDocument.objects.in_bulk([row.legal_document_id for row in rows])
    for place, row in enumerate(rows):
        if law := found.get(row.legal_document_id):
            number = law_number(law.number)
            yield FactRow(facts.LEGAL_BASES, {"number": number, "title": law.title}, place)


def _agencies(page: ServicePage) -> Iterator[FactRow]:
    rows = list(page.handling_agencies.all())
    found = DepartmentPage.objects.in_bulk([row.department_id for row in rows if row.department_id])
    for place, row in enumerate(rows):
        department = found.get(row.department_id)
        named: dict[str, Value] = {
            "name": department.title if department else row.agency_name,
            "code": department.unit_code if department else "",
            "is_department": department is not None,
        }
        yield FactRow(facts.AGENCIES, {**named, **_columns(row)}, place)


def _columns(row: Any) -> dict[str, Value]:  # noqa: ANN401 (an agency of the page, in memory)
    names = ("role", "apply_mode", "external_url", "address")
    return {name: getattr(row, name) for name in names}
