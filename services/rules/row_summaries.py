"""What the line of a closed row tells in the editor of a service. A row of a draft may lack anything."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.rows.summaries import Choice, RowSummary, summary
from services.rules import deadlines
from services.rules.choices import DurationUnit, FeeStatus
from services.rules.wording import fee_amount


def agency(row: Any) -> RowSummary:  # noqa: ANN401 (a row in memory, as in every function here)
    return summary(
        row.department.title if row.department else row.agency_name, row.get_role_display(), row.get_level_display()
    )


def channel(row: Any) -> RowSummary:  # noqa: ANN401
    return summary(row.get_kind_display(), row.note)


def case(row: Any) -> RowSummary:  # noqa: ANN401
    return summary(row.name, value=row.key)


def duration(row: Any) -> RowSummary:  # noqa: ANN401
    limit = deadlines.text(row.value, row.unit, row.note) if row.unit in DurationUnit.values else row.note
    return summary(limit, Choice(row.case, row.case_key), row.get_channel_display())


def fee(row: Any) -> RowSummary:  # noqa: ANN401
    amount = fee_amount(row) if row.status in FeeStatus.values else ""
    return summary(row.name, Choice(row.case, row.case_key), row.get_channel_display(), amount)


def paper(row: Any) -> RowSummary:  # noqa: ANN401
    originals, copies = row.originals or 0, row.copies or 0
    return summary(
        row.name,
        Choice(row.case, row.case_key),
        ngettext("%(count)d original", "%(count)d originals", originals) % {"count": originals} if originals else "",
        ngettext("%(count)d copy", "%(count)d copies", copies) % {"count": copies} if copies else "",
        _("has a template") if row.template_id or row.template_url or row.template_code else "",
    )


def result(row: Any) -> RowSummary:  # noqa: ANN401
    return summary(row.name, row.code, row.get_medium_display())


def legal_basis(row: Any) -> RowSummary:  # noqa: ANN401
    return summary(str(row.legal_document) if row.legal_document_id else "", row.note)


def step(row: Any) -> RowSummary:  # noqa: ANN401
    return summary(row.heading or row.text, row.actor)


def related_service(row: Any) -> RowSummary:  # noqa: ANN401
    return summary(row.service.title, row.service.procedure_code) if row.service_id else summary("")
