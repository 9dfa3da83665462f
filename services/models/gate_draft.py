"""A service as the gate is asked about it (services/rules/gate.py): what its page says, what the public reads now."""

from typing import TYPE_CHECKING

from django.db.models import Max
from django.utils import timezone

from services.models.cases import rows_with_cases
from services.models.facts import facts_of
from services.models.row_kinds import OF_CASE
from services.rules.gate import ServiceDraft

if TYPE_CHECKING:
    from services.models.service import ServicePage


def gate_draft(service: "ServicePage") -> ServiceDraft:
    """Return the page as it is in memory; papers, fees and time limits are told the names of their cases."""
    return ServiceDraft(
        title=service.title,
        level=service.level,
        claimed=claimed_level(service),
        facts=facts_of(service, timezone.localdate()).promised,
        effective_from=service.effective_from,
        effective_to=service.effective_to,
        cases=list(service.cases.all()),
        agencies=list(service.handling_agencies.all()),
        **{kind: rows_with_cases(service, kind) for kind in OF_CASE},
    )


def claimed_level(service: "ServicePage") -> int:
    """Return the highest level that a published page of this procedure claims, in whatever language; 0 for none."""
    published = type(service).objects.live().filter(translation_key=service.translation_key, alias_of=None)
    return published.aggregate(highest=Max("level"))["highest"] or 0
