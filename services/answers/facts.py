"""What an answer is worked out from: the facts of one service page, read once, in the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from core.calendars import working_calendar
from core.links import Link, foreign
from core.models import PortalDocument, PortalSettings
from core.text import slug
from departments.calendars import own_calendars
from departments.department_cache import department_cache
from services.answers.filing_port import AnswerClock, answer_clock, filing_open
from services.answers.reception import FilingPlace, place_of
from services.models import Duration, Fee, HandlingAgency, RequiredDocument, ServicePage
from services.rules.cases import named_cases
from services.rules.choices import AgencyRole, ApplyMode, ServiceStatus

Rows = Mapping[str, Sequence[Any]]
"""Rows of a service page by their kind (services/models/row_kinds.py)."""

FACTS_LANGUAGE = "vi"
"""Names of agencies without a page are facts, given in Vietnamese."""


@dataclass(frozen=True)
class ReceivingAgency:
    """An agency that takes the dossier. `key` names it in addresses: the slug of its Vietnamese page, else of its name.

    `files_here`: the editor set it to the form of this portal. `is_open`: filing is open on the day asked about;
    `takes_here`: a dossier can be filed with it on this portal that day. `url` is its filing address on the national
    portal, "" without one.
    """

    key: str
    name: Link
    department: UUID | None
    files_here: bool
    is_open: bool
    takes_here: bool
    url: str
    opens_on: date | None
    closes_on: date | None
    place: FilingPlace


@dataclass(frozen=True)
class AnswerFacts:
    """Everything an answer rests on. `cases` are the names of those a citizen can tell apart, by key; `case_noun` is
    what the service calls them, "" where the editor named nothing.

    `clocks` are by the department's translation key, that of the province by None; none in lists, which give no dates.
    `agencies` and `templates`, the files of forms, are none in lists. `place` is whom to ask where the page names no
    agency.
    """

    service: UUID
    on: date
    documents: Sequence[RequiredDocument]
    fees: Sequence[Fee]
    durations: Sequence[Duration]
    channels: Sequence[str]
    documents_stated: str
    fees_stated: str
    cases: Mapping[str, str] = field(default_factory=dict)
    case_noun: str = ""
    is_in_force: bool = True
    clocks: Mapping[UUID | None, AnswerClock] = field(default_factory=dict)
    agencies: Sequence[ReceivingAgency] = ()
    templates: Sequence[PortalDocument] = ()
    place: FilingPlace | None = None
    form_url: str = ""
    page_url: str = ""
    source_url: str = ""
    source_captured_on: date | None = None

    def clock_of(self, department: UUID | None) -> AnswerClock | None:
        """Return the clock of a department, that of the province where it has no hours of its own."""
        return self.clocks.get(department) or self.clocks.get(None)


def facts_in_a_list(page: ServicePage, rows: Rows, on: date) -> AnswerFacts:
    """Return what the card of a list says, from rows that were read for all its pages: no query."""
    channels = [row.kind for row in rows["channels"]]
    return AnswerFacts(
        service=page.translation_key,
        on=on,
        documents=rows["documents"],
        fees=rows["fees"],
        durations=rows["durations"],
        channels=channels,
        documents_stated=page.documents_status,
        fees_stated=page.fees_status,
        is_in_force=_is_in_force(page, on),
    )


def facts_of(page: ServicePage, rows: Rows, request: HttpRequest | None, on: date) -> AnswerFacts:
    """Return the facts of a page, saved or just being written, with who takes its dossiers and the clock.

    `rows` are those of every kind, told what they point at (services/pages/prefetch.py).
    """
    agencies = _agencies(page, rows["handling_agencies"], request, on)
    listed = facts_in_a_list(page, rows, on)
    order = [case.key for case in rows["cases"]]
    parts = [rows[kind] for kind in ("documents", "fees", "durations")]
    return AnswerFacts(
        **{name: getattr(listed, name) for name in _LISTED},
        cases=named_cases(*parts, order=order),
        case_noun=getattr(page, "case_noun", ""),
        is_in_force=listed.is_in_force,
        clocks=_clocks(page, agencies, request, on) if rows["durations"] else {},
        agencies=agencies,
        templates=[row.template for row in rows["documents"] if row.template],
        place=_place(page, None, request),
        form_url=reverse("apply", args=[page.slug]) if page.slug else "",
        page_url=page.get_url(request) or "" if page.pk else "",
        source_url=page.source_url,
        source_captured_on=page.source_captured_on,
    )


_LISTED = ("service", "on", "documents", "fees", "durations", "channels", "documents_stated", "fees_stated")


def _is_in_force(page: ServicePage, on: date) -> bool:
    begins, ends = page.effective_from or on, page.effective_to or on
    return page.status != ServiceStatus.ABOLISHED and begins <= on <= ends


def _agencies(
    page: ServicePage, rows: Sequence[HandlingAgency], request: HttpRequest | None, on: date
) -> list[ReceivingAgency]:
    """Return the agencies that take the dossier, in the editor's order, without those that nobody may see."""
    departments = department_cache(request)
    takers = [row for row in rows if row.role != AgencyRole.COOPERATING]
    shown = [row for row in takers if row.department is None or departments.shown(row.department.translation_key)]
    here = [row for row in shown if row.apply_mode == ApplyMode.SITE_FORM and row.department]
    answers = filing_open(page, here, on) if page.pk else [_is_open(row, on) for row in here]
    takes = {id(row): answer for row, answer in zip(here, answers, strict=True)}
    return [_agency(page, row, request, on, takes_here=takes.get(id(row), False)) for row in shown]


def _agency(
    page: ServicePage, row: HandlingAgency, request: HttpRequest | None, on: date, *, takes_here: bool
) -> ReceivingAgency:
    department = row.department
    name = department_cache(request).link(department.translation_key) if department else None
    return ReceivingAgency(
        key=department.slug if department else slug(row.agency_name),
        name=name or Link(row.agency_name, "", foreign(FACTS_LANGUAGE)),
        department=department.translation_key if department else None,
        files_here=row.apply_mode == ApplyMode.SITE_FORM,
        is_open=_is_open(row, on),
        takes_here=takes_here,
        url=row.external_url if row.apply_mode != ApplyMode.PAPER else "",
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        place=_place(page, row, request),
    )


def _is_open(row: HandlingAgency, on: date) -> bool:
    return (row.opens_on or on) <= on <= (row.closes_on or on)


def _place(page: ServicePage, row: HandlingAgency | None, request: HttpRequest | None) -> FilingPlace:
    """Return where that agency receives applications; for a page without agencies its owner."""
    departments = department_cache(request)
    department = row.department if row else departments.above(page)
    shown = departments.shown(department.translation_key if department else None)
    return place_of(shown, row, PortalSettings.load(request_or_site=request), departments)


def _clocks(
    page: ServicePage, agencies: Sequence[ReceivingAgency], request: HttpRequest | None, on: date
) -> dict[UUID | None, AnswerClock]:
    """Return the clock of the province, and those of the agencies that have hours of their own."""
    province = working_calendar(request)
    keys = {agency.department for agency in agencies if agency.department}
    own = own_calendars(province, keys) if keys else {}
    calendars = {None: province, **own}
    return {key: answer_clock(page.translation_key, on, calendar) for key, calendar in calendars.items()}
