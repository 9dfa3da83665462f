"""What a service page says, as the plain facts the levels and the completeness are judged by."""

from datetime import date
from typing import TYPE_CHECKING

from services.rules.completeness import RecommendedFacts
from services.rules.deadlines import is_known
from services.rules.fees import summary
from services.rules.levels import AgencyFacts, ChannelFacts, LevelRequirement, ServiceFacts
from services.rules.paper_forms import is_obtainable, paper_form

if TYPE_CHECKING:
    from services.models import RequiredDocument, ServicePage


def facts_of(service: "ServicePage", on: date) -> ServiceFacts:
    """The facts of a page, saved or not, as they stand on that day."""
    channels = [row.kind for row in service.channels.all()]
    fees = list(service.fees.all())
    documents = list(service.documents.all())
    return ServiceFacts(
        on=on,
        official_name=service.official_name,
        steps=LevelRequirement(service.steps.count()),
        channels=tuple(ChannelFacts(kind, _is_timed(service, kind)) for kind in channels),
        documents=LevelRequirement(len(documents), service.documents_status),
        audiences=service.audiences.count(),
        agencies=tuple(
            AgencyFacts(row.apply_mode, row.external_url, row.opens_on, row.closes_on)
            for row in service.handling_agencies.all()
        ),
        results=LevelRequirement(service.results.count(), service.results_status),
        fees=LevelRequirement(len(fees), service.fees_status),
        may_cost=summary(fees, on=on, channels=channels, stated=service.fees_status).may_cost,
        templates=LevelRequirement(sum(_is_form_obtainable(row) for row in documents), service.templates_status),
        payment_route=bool(service.payment_url),
        remote_result=service.result_online or service.result_by_post,
    )


def recommended_facts_of(service: "ServicePage") -> RecommendedFacts:
    """The parts of a page that no level asks for."""
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
    """Whether the form of a paper lies here or at a page that is named; the law's name alone hands nobody a form."""
    return is_obtainable(paper_form(paper).source)


def _is_timed(service: "ServicePage", channel: str) -> bool:
    """Whether a time limit is known on that channel."""
    rows = service.durations.all()
    return any(row.channel in ("", channel) and is_known(row.value, row.unit, row.note) for row in rows)
