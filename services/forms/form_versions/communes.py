"""Communes that handle a service together: one row of the service's page stands for all, a dossier goes to one."""

from collections.abc import Iterable
from copy import copy
from uuid import UUID

from django.conf import settings

from core.text import sort_key
from core.visibility import visible
from departments.kinds import OF_COMMUNES
from departments.models import DepartmentPage
from services.models import HandlingAgency


def communes_of(department: DepartmentPage) -> list[DepartmentPage]:
    """Return the public communes of today that a department of the list stands for, by name; none for any other."""
    if department.kind not in OF_COMMUNES or department.is_commune:
        return []
    below = visible(DepartmentPage.objects.communes().descendant_of(department)).filter(is_former=False)
    found = below.filter(locale__language_code=settings.LANGUAGE_CODE).select_related("locale").defer("functions")
    return sorted(found, key=lambda page: sort_key(page.area.partition(" ")[2]))


def stands_for_communes(department: DepartmentPage) -> bool:
    """Return whether no dossier may lie at that department itself: one of its communes has to be chosen."""
    return bool(communes_of(department))


def at_commune(row: HandlingAgency, commune: DepartmentPage) -> HandlingAgency:
    """Return the row as it holds for one commune: everything it says, with that commune in the place of all."""
    own = copy(row)
    own.department = commune
    return own


def row_of_commune(rows: Iterable[HandlingAgency], key: UUID) -> HandlingAgency | None:
    """Return the row that stands for the commune with that translation key, as it holds for it; None without one."""
    pages = DepartmentPage.objects.communes().filter(locale__language_code=settings.LANGUAGE_CODE)
    commune = pages.filter(translation_key=key).select_related("locale").first()
    if commune is None:
        return None
    above = (row for row in rows if row.department and commune.path.startswith(row.department.path))
    row = next(above, None)
    return at_commune(row, commune) if row else None
