"""What a service page says, as the plain facts the levels and the completeness are judged by."""

from datetime import date
from typing import TYPE_CHECKING

from core.child_rows import child_rows
from services.rules.completeness import RecommendedFacts
from services.rules.deadlines import is_known
from services.rules.fees import summary
from services.rules.levels import AgencyFacts, ChannelFacts, LevelRequirement, ServiceFacts
from services.rules.paper_forms import is_obtainable, paper_form

if TYPE_CHECKING:
    from services.models import Duration, RequiredDocument, ServicePage

ROWS = ("channels", "fees", "documents", "durations", "steps", "audiences", "handling_agencies", "results")


def facts_of(service: "ServicePage", on: date) -> ServiceFacts:
    """Return the facts of a page, saved or not, as they stand on that day."""
    rows = child_rows([service], ROWS)
    channels = [row.kind for row in rows.of(service, "channels")]
    fees, documents = rows.of(service, "fees"), rows.of(service, "documents")
    durations = rows.of(service, "durations")
    return ServiceFacts(
        on=on,
        official_name=service.official_name,
        steps=LevelRequirement(len(rows.of(service, "steps"))),
        channels=tuple(ChannelFacts(kind, _is_timed(durations, kind)) for kind in channels),
        documents=LevelRequirement(len(documents), service.documents_status),
        audiences=len(rows.of(service, "audiences")),
        agencies=tuple(
            AgencyFacts(row.apply_mode, row.external_url, row.opens_on, row.closes_on)
            for row in rows.of(service, "handling_agencies")
        ),
        results=LevelRequirement(len(rows.of(service, "results")), service.results_status),
        fees=LevelRequirement(len(fees), service.fees_status),
        may_cost=summary(fees, on=on, channels=channels, stated=service.fees_status).may_cost,
        templates=LevelRequirement(sum(_is_form_obtainable(row) for row in documents), service.templates_status),
        payment_route=bool(service.payment_url),
        remote_result=service.result_online or service.result_by_post,
    )


def recommended_facts_of(service: "ServicePage") -> RecommendedFacts:
    """Return the parts of a page that no level asks for."""
    return RecommendedFacts(
        summary=service.summary,
        procedure_code=service.procedure_code,
        decision_number=service.decision_number,
        legal_bases=service.legal_bases.count(),
        alt_names=service.alt_names,
        source_url=service.source_url,
        reviewed_on=service.reviewed_on,
    )


def _is_form_obtainable(paper: "RequiredDocument") -> bool:
    """Return whether the form of a paper lies here or at a page that is named; the law's name alone hands nobody a
    form.
    """
    return is_obtainable(paper_form(paper).source)


def _is_timed(durations: "list[Duration]", channel: str) -> bool:
    """Return whether a time limit is known on that channel."""
    return any(row.channel in ("", channel) and is_known(row.value, row.unit, row.note) for row in durations)
