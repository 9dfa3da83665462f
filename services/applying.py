"""How to apply for a service: which agency takes the dossier, where, and what its button does."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from core.links import Link, foreign
from services.cards import LevelBadge, badge
from services.choices import AgencyRole, ApplyMode

FACTS_LANGUAGE = "vi"
"""Names and addresses of agencies are facts, given in Vietnamese."""


@dataclass(frozen=True)
class Agency:
    """An agency that handles the service. `url` is the national filing address while it can be used, else ""."""

    name: Link
    role: str
    takes_dossiers: bool
    level: LevelBadge | None
    url: str
    address: str
    opens_on: date | None
    closes_on: date | None
    has_closed: bool


def agencies(rows: Iterable[Any], departments: dict[UUID, Link], *, on: date) -> list[Agency]:
    """The agencies in the editor's order, with the names in `departments` by translation key."""
    return [_agency(row, departments, on) for row in rows]


def _agency(row: Any, departments: dict[UUID, Link], on: date) -> Agency:
    opens, closes = row.opens_on or on, row.closes_on or on
    is_external = row.apply_mode == ApplyMode.EXTERNAL
    return Agency(
        name=departments[row.department.translation_key]
        if row.department
        else Link(row.agency_name, "", foreign(FACTS_LANGUAGE)),
        role=str(AgencyRole(row.role).label),
        takes_dossiers=row.role != AgencyRole.COOPERATING,
        level=badge(row.level),
        url=row.external_url if is_external and opens <= on <= closes else "",
        address=row.address,
        opens_on=row.opens_on if on < opens else None,
        closes_on=row.closes_on if on <= closes else None,
        has_closed=on > closes,
    )
