"""How to apply for a service: which agency takes the dossier, where, and what its button does."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from core.links import Link, foreign
from services.catalogue.cards import LevelBadge, badge
from services.models import HandlingAgency
from services.pages.reception import FilingPlace
from services.rules.choices import AgencyRole, ApplyMode

FACTS_LANGUAGE = "vi"
"""Names and addresses of agencies are facts, given in Vietnamese."""


@dataclass(frozen=True)
class Agency:
    """An agency that handles the service, with where one files online while filing is open.

    `form_url` is the way to the form of this portal, `url` the national filing address; "" where there is none.
    """

    name: Link
    role: str
    takes_dossiers: bool
    level: LevelBadge | None
    form_url: str
    url: str
    place: FilingPlace
    opens_on: date | None
    closes_on: date | None
    has_closed: bool


def form_address(slug: str) -> str:
    """Return where filing begins, in the reader's language; "" for a page that has no address yet."""
    return reverse("apply", args=[slug]) if slug else ""


def due_date_address(slug: str) -> str:
    """Return where the appointment date is worked out, in the reader's language;
    "" for a page that has no address yet.
    """
    return reverse("due_date", args=[slug]) if slug else ""


def agencies(
    rows: Iterable[Any],
    departments: dict[UUID, Link],
    place_at: Callable[[Any], FilingPlace],
    *,
    on: date,
    form_url: str = "",
) -> list[Agency]:
    """Return the agencies in the editor's order, with the names in `departments` by translation key and the place of
    each.

    A department without a name there is one that nobody may see: its line is left out.
    """
    shown = [row for row in rows if row.department is None or row.department.translation_key in departments]
    return [_agency(row, departments, place_at(row), on, form_url) for row in shown]


def _agency(row: HandlingAgency, departments: dict[UUID, Link], place: FilingPlace, on: date, form_url: str) -> Agency:
    opens, closes = row.opens_on or on, row.closes_on or on
    is_open = opens <= on <= closes
    return Agency(
        name=departments[row.department.translation_key]
        if row.department
        else Link(row.agency_name, "", foreign(FACTS_LANGUAGE)),
        role=str(AgencyRole(row.role).label),
        takes_dossiers=row.role != AgencyRole.COOPERATING,
        level=badge(row.level),
        form_url=form_url if is_open and row.apply_mode == ApplyMode.SITE_FORM and row.department else "",
        url=row.external_url if is_open and row.apply_mode != ApplyMode.PAPER else "",
        place=place,
        opens_on=row.opens_on if on < opens else None,
        closes_on=row.closes_on if on <= closes else None,
        has_closed=on > closes,
    )
