"""What a service page says, as the plain facts the levels and the completeness are judged by."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from core.child_rows import child_rows
from services.rules.completeness import RecommendedFacts
from services.rules.deadlines import is_known
from services.rules.fees import summary
from services.rules.levels import AgencyFacts, ChannelFacts, LevelRequirement, ServiceFacts
from services.rules.paper_forms import file_names

if TYPE_CHECKING:
    from services.models.handling import Duration
    from services.models.service import ServicePage
    from services.models.service_rows import RequiredDocument

ROWS = (
    *("channels", "fees", "documents", "durations", "steps", "audiences", "handling_agencies", "results"),
    "legal_bases",
)


class PageFacts(NamedTuple):
    """Everything a page is judged by: what levels promise, and what a good page has besides."""

    promised: ServiceFacts
    recommended: RecommendedFacts


def facts_of(service: "ServicePage", on: date) -> PageFacts:
    """Return the facts of a page, saved or not, as they stand on that day."""
    return next(facts_of_many([service], on))


def facts_of_many(services: Collection["ServicePage"], on: date) -> Iterator[PageFacts]:
    """Yield the facts of each of these pages, in their order, in one query."""
    rows = child_rows(services, ROWS)
    for service in services:
        own = {kind: rows.of(service, kind) for kind in ROWS}
        yield PageFacts(promised_by(service, own, on), _recommended(service, own))


def promised_by(service: "ServicePage", rows: Mapping[str, Sequence[Any]], on: date) -> ServiceFacts:
    """Return what levels are judged by, from rows of every kind that were read already."""
    channels = [row.kind for row in rows["channels"]]
    return ServiceFacts(
        on=on,
        official_name=service.official_name,
        steps=LevelRequirement(len(rows["steps"])),
        channels=tuple(ChannelFacts(kind, _is_timed(rows["durations"], kind)) for kind in channels),
        documents=LevelRequirement(len(rows["documents"]), service.documents_status),
        audiences=len(rows["audiences"]),
        agencies=tuple(
            AgencyFacts(row.apply_mode, row.external_url, row.opens_on, row.closes_on)
            for row in rows["handling_agencies"]
        ),
        results=LevelRequirement(len(rows["results"]), service.results_status),
        fees=LevelRequirement(len(rows["fees"]), service.fees_status),
        may_cost=summary(rows["fees"], on=on, channels=channels, stated=service.fees_status).may_cost,
        templates=LevelRequirement(sum(map(_has_form, rows["documents"])), service.templates_status),
        payment_route=bool(service.payment_url),
        remote_result=service.result_online or service.result_by_post,
    )


def _recommended(service: "ServicePage", rows: Mapping[str, Sequence[Any]]) -> RecommendedFacts:
    return RecommendedFacts(
        summary=service.summary,
        procedure_code=service.procedure_code,
        decision_number=service.decision_number,
        legal_bases=len(rows["legal_bases"]),
        alt_names=service.alt_names,
        source_url=service.source_url,
        reviewed_on=service.reviewed_on,
    )


def _has_form(paper: "RequiredDocument") -> bool:
    """Return whether the form of a paper lies here, at a page that is named, or bears a name in the law."""
    is_elsewhere = bool(paper.template_url and list(file_names(paper.template_files)))
    return bool(paper.template_id or paper.template_code or is_elsewhere)


def _is_timed(durations: "Sequence[Duration]", channel: str) -> bool:
    """Return whether a time limit is known on that channel."""
    return any(row.channel in ("", channel) and is_known(row.value, row.unit, row.note) for row in durations)
