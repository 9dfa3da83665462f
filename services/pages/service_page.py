"""What the page of one service shows, gathered in a fixed number of queries; works on unsaved previews too."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page, TranslatableMixin

from core.addresses import absolute
from core.i18n import reader_language
from core.links import Link, link_to, links_to, pairs
from core.models import PortalSettings
from core.visibility import visible
from departments.department_cache import department_cache
from departments.models import DepartmentPage
from services.catalogue.cards import LevelBadge, badge
from services.catalogue.filter_values import AUDIENCE, FIELD, LIFE_EVENT
from services.catalogue.vocabulary_pages import term_links
from services.models import HandlingAgency, Result, ServicePage
from services.models.facts import promised_by
from services.pages.fee_table import FeeTable, fee_table
from services.pages.how_to_apply import Agency, agencies, due_date_address, form_address
from services.pages.prefetch import read_rows
from services.pages.reception import FilingPlace, place_of
from services.pages.required_documents import RequiredDocuments, required_documents
from services.pages.structured_data import government_service
from services.pages.time_table import TimeTable, time_table
from services.rules.case_choice import CaseChoice, case_choice
from services.rules.cases import named_cases, rows_for
from services.rules.choices import ChannelKind, Level, OnlineScope, PartStatus, ResultMedium, ServiceStatus
from services.rules.fees import summary
from services.rules.levels import missing
from services.rules.paper_forms import FormSource, nearest, paper_form
from services.rules.wording import not_published


@dataclass(frozen=True)
class Rows:
    """The rows that the other parts say in words; `channels` are ChannelKinds."""

    documents: list[Any]
    fees: list[Any]
    durations: list[Any]
    channels: list[str]

    def of_case(self, key: str) -> "Rows":
        """Return what holds for the case with that key; everything while none is chosen."""
        if not key:
            return self
        documents, fees, durations = (rows_for(rows, key) for rows in (self.documents, self.fees, self.durations))
        return Rows(documents, fees, durations, self.channels)


@dataclass(frozen=True)
class ServiceContext:
    """The facts and words of a service page. A text that says "Not published" stands where nothing is known.

    `ask` names the one place that receives applications; it is "" where several do.
    """

    department: Link | None
    former_department: Link | None
    level: LevelBadge | None
    national_scope: "NationalScope | None"
    unkept: list[str]
    field: Link | None
    audiences: list[Link]
    life_events: list[Link]
    agencies: list[Agency]
    ways: list[Agency]
    reception: FilingPlace
    ask: str
    pays_at_office: bool
    channels: list[Any]
    case_choice: CaseChoice
    time: TimeTable
    due_date_url: str
    fees: FeeTable
    required_documents: RequiredDocuments
    documents_stated: str
    templates_stated: str
    steps: list[Any]
    conditions_stated: str
    results: list["ResultRow"]
    results_stated: str
    handed_over: list[str]
    legal_bases: list[Any]
    status: str
    replaced_by: Link | None
    related: list[Link]
    guides: list[Link]
    rows: Rows


@dataclass(frozen=True)
class NationalScope:
    """How much can be done on the national portal: what its record said on the day it was captured. `reason` is why
    only a part of it, None where that is no question.
    """

    label: str
    captured_on: date | None
    reason: str | None


@dataclass(frozen=True)
class ResultRow:
    """One thing the citizen gets."""

    name: str
    code: str
    medium: str
    validity: str
    template: Any


def page_context(page: ServicePage, request: HttpRequest) -> dict[str, Any]:
    """Return what the template of `page` shows besides its own fields, for people and for programs."""
    shown = service_context(page, request)
    url = absolute(page.get_url(request) or "")
    data = government_service(page, shown, url=url, language=reader_language(), on=timezone.localdate())
    return {"service": shown, "structured_data": [data]}


def service_context(page: ServicePage, request: HttpRequest | None) -> ServiceContext:
    """Return everything the template of `page` needs; names are in the reader's language where translated."""
    today = timezone.localdate()
    found = read_rows(page, request)
    owner = department_cache(request).above(page)
    agency_rows, channels = found["handling_agencies"], found["channels"]
    departments = _department_links([owner, page.former_department, *(row.department for row in agency_rows)], request)
    kinds = [channel.kind for channel in channels]
    raw = Rows(found["documents"], found["fees"], found["durations"], kinds)
    order = [case.key for case in found["cases"]]
    choice = case_choice(named_cases(raw.documents, raw.fees, raw.durations, order=order), request)
    own = raw.of_case(choice.key)
    place_at = _places(owner, request)
    shown_agencies = agencies(agency_rows, departments, place_at, on=today, form_url=form_address(page.slug))
    around = _around(page, request)
    audiences = term_links(AUDIENCE, page.audiences.select_related("locale"))
    ways = [agency for agency in shown_agencies if agency.takes_dossiers]
    reception = ways[0].place if ways else place_at(None)
    ask = reception.ask if len(ways) <= 1 else ""
    return ServiceContext(
        department=_link(departments, owner),
        former_department=_link(departments, page.former_department),
        level=badge(page.level, forms_of(raw.documents, page.templates_status)),
        national_scope=_national_scope(page),
        unkept=_unkept(page, {**found, "audiences": audiences}, today),
        field=next(iter(term_links(FIELD, [page.field] if page.field else [])), None),
        audiences=audiences,
        life_events=term_links(LIFE_EVENT, page.life_events.select_related("locale")),
        agencies=shown_agencies,
        ways=ways,
        reception=reception,
        ask=ask,
        pays_at_office=_pays_at_office(page, raw, today, shown_agencies),
        channels=[(str(ChannelKind(channel.kind).label), channel.note) for channel in channels],
        case_choice=choice,
        time=time_table(own.durations, kinds, ask),
        due_date_url=due_date_address(page.slug) if raw.durations else "",
        fees=fee_table(own.fees, channels=kinds, stated=page.fees_status, on=today, ask=ask),
        required_documents=required_documents(own.documents),
        documents_stated=stated(page.documents_status, ask),
        templates_stated=stated(page.templates_status) if PartStatus(page.templates_status).tells_readers else "",
        steps=found["steps"],
        conditions_stated=stated(page.conditions_status, ask),
        results=[_result(row) for row in found["results"]],
        results_stated=stated(page.results_status, ask),
        handed_over=_handed_over(page),
        legal_bases=found["legal_bases"],
        status="" if page.status == ServiceStatus.PUBLIC else str(ServiceStatus(page.status).label),
        replaced_by=around.replaced_by,
        related=around.related,
        guides=around.guides,
        rows=raw,
    )


def _national_scope(page: ServicePage) -> NationalScope | None:
    """Return what the national record says of filing online; None while nobody looked it up."""
    if not page.online_scope:
        return None
    scope = OnlineScope(page.online_scope)
    reason = page.online_scope_reason if scope is OnlineScope.PARTIAL else None
    return NationalScope(str(scope.label), page.source_captured_on, reason)


def _unkept(page: ServicePage, rows: Mapping[str, Sequence[Any]], on: date) -> list[str]:
    """Return what the level of the page promises and the page does not hold today, in a few words each."""
    if page.level is None:
        return []
    facts = promised_by(page, rows, on)
    return [str(gap.part.name_for_readers) for gap in missing(facts, Level(page.level))]


def forms_of(documents: Iterable[Any], stated: str) -> FormSource:
    """Return how near a reader of the page is to the forms of these papers."""
    return nearest((paper_form(document).source for document in documents), stated)


def _places(
    owner: DepartmentPage | None, request: HttpRequest | None
) -> Callable[[HandlingAgency | None], FilingPlace]:
    """Return the place of each agency of the page; that of the owner for a page without agencies."""
    register, portal = department_cache(request), PortalSettings.load(request_or_site=request)

    def place_at(row: HandlingAgency | None) -> FilingPlace:
        department = row.department if row else owner
        return place_of(register.shown(department.translation_key if department else None), row, portal, register)

    return place_at


def _pays_at_office(page: ServicePage, rows: Rows, on: date, agencies: Iterable[Agency]) -> bool:
    """Return whether what is filed on this portal may cost something that cannot be paid online."""
    known = summary(rows.fees, on=on, channels=rows.channels, stated=page.fees_status)
    return known.may_cost and not page.payment_url and any(agency.form_url for agency in agencies)


def stated(status: str, ask: str = "") -> str:
    """Return what is said of a part without rows: the editor's word, or that nobody published it."""
    return str(PartStatus(status).label) if PartStatus(status).tells_readers else not_published(ask)


def _link(links: dict[UUID, Link], item: TranslatableMixin | None) -> Link | None:
    return links.get(item.translation_key) if item else None


def _department_links(departments: Iterable[Any], request: HttpRequest | None) -> dict[UUID, Link]:
    """Return links by key to those of the departments that anybody may see."""
    register = department_cache(request)
    found = {one.translation_key: register.link(one.translation_key) for one in departments if one}
    return {key: link for key, link in found.items() if link}


@dataclass(frozen=True)
class Around:
    """The pages that a service page leads on to."""

    related: list[Link]
    replaced_by: Link | None
    guides: list[Link]


def _around(page: ServicePage, request: HttpRequest | None) -> Around:
    """Return published related services, the one that replaces this one, and guidance that names this service."""
    related = [row.service for row in page.related_services.select_related("service__locale")]
    services = [*related, *([page.replaced_by] if page.replaced_by else [])]
    naming = Q(
        guidancepage__related_services__service__translation_key=page.translation_key,
        locale__language_code=settings.LANGUAGE_CODE,
    )
    found = visible(Page.objects).filter(naming | Q(pk__in=[service.pk for service in services]))
    shown = {one.pk: translation for one, translation in pairs(found.distinct())}
    links = links_to([service for service in services if service.pk in shown], request)
    guides = [one for pk, one in shown.items() if pk not in {service.pk for service in services}]
    return Around(
        related=[links[service.translation_key] for service in related if service.pk in shown],
        replaced_by=_link(links, page.replaced_by),
        guides=[link_to(guide, request) for guide in guides],
    )


def _result(row: Result) -> ResultRow:
    medium = str(ResultMedium(row.medium).label) if row.medium else ""
    return ResultRow(row.name, row.code, medium, row.validity, row.template)


def _handed_over(page: ServicePage) -> list[str]:
    ways = (
        (page.result_in_person, ChannelKind.IN_PERSON),
        (page.result_online, ChannelKind.ONLINE),
        (page.result_by_post, ChannelKind.POST),
    )
    return [str(kind.label) for is_offered, kind in ways if is_offered]
