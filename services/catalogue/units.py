"""The units that run services of the higher levels, counted from the pages, with their former names."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from core.links import Link, link_to, pairs
from core.text import sort_key
from departments.department_cache import department_cache
from departments.models import DepartmentPage
from services.models import ServicePage
from services.rules.choices import Level

SHOWN_LEVELS = (Level.THREE, Level.FOUR)
NAMED_AT_MOST = 3
"""Up to this many services of a unit are named one by one."""


@dataclass(frozen=True)
class NamedService:
    """A service by name and code."""

    link: Link
    code: str


@dataclass(frozen=True)
class Unit:
    """A department, None where nobody may see it, with its services of one level.

    `former` handled them on the old portal, None when the same.
    """

    department: Link | None
    former: Link | None
    count: int
    services: list[NamedService]


@dataclass(frozen=True)
class LevelUnits:
    """All units that run services of one level."""

    level: int
    name: str
    units: list[Unit]
    total: int


def units_by_level(request: HttpRequest | None) -> list[LevelUnits]:
    """For levels 3 and 4: one row per owner and former department, by name; queries do not grow with the services."""
    found = pairs(ServicePage.objects.on_site(settings.LANGUAGE_CODE).filter(level__in=SHOWN_LEVELS).order_by("title"))
    register = department_cache(request)
    groups: dict[tuple[int, DepartmentPage, DepartmentPage], list[ServicePage]] = {}
    for service, shown in found:
        if owner := register.above(service):
            former = register.by_id.get(service.former_department_id, owner)
            groups.setdefault((service.level, owner, former), []).append(shown)

    def unit(owner: DepartmentPage, former: DepartmentPage, group: list[ServicePage]) -> Unit:
        return Unit(
            department=register.link(owner.translation_key),
            former=register.link(former.translation_key) if former != owner else None,
            count=len(group),
            services=[_named(service, request) for service in group] if len(group) <= NAMED_AT_MOST else [],
        )

    return [
        _level_units(
            level, [unit(owner, former, group) for (at, owner, former), group in groups.items() if at == level]
        )
        for level in SHOWN_LEVELS
    ]


def _level_units(level: Level, units: list[Unit]) -> LevelUnits:
    units = sorted(units, key=lambda unit: (sort_key(unit.department.text if unit.department else ""), -unit.count))
    return LevelUnits(int(level), str(level.label), units, sum(unit.count for unit in units))


def _named(service: ServicePage, request: HttpRequest | None) -> NamedService:
    return NamedService(link_to(service, request), service.procedure_code)
