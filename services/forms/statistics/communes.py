"""Single communes in public statistics: they count as the department that stands for all of them.

Many of them have a handful of dossiers: a row of its own would tell of single people, and a hundred and sixty rows
would hide the agencies of the province. Heads and supervisors see each one at the desk.
"""

from collections.abc import Mapping
from dataclasses import fields
from typing import TypeVar
from uuid import UUID

from departments.department_cache import DepartmentCache
from departments.kinds import OF_COMMUNES
from departments.models import DepartmentPage
from services.forms.statistics.figures import Figures

Key = TypeVar("Key")


def counted_with(department: DepartmentPage, register: DepartmentCache) -> list[UUID]:
    """Return the keys under which the dossiers of a department of the list are counted, its communes among them."""
    source = next((page for page in register.originals if page.translation_key == department.translation_key), None)
    below = [page for page in register.communes if page.path.startswith(source.path)] if _stands_for(source) else []
    return [department.translation_key, *(page.translation_key for page in below)]


def owners(register: DepartmentCache) -> dict[UUID | None, UUID]:
    """Return the key of the department each single commune is counted with, by the key of the commune."""
    return {
        key: owner.translation_key
        for owner in register.originals
        if _stands_for(owner)
        for key in counted_with(owner, register)[1:]
    }


def _stands_for(department: DepartmentPage | None) -> bool:
    return department is not None and department.kind in OF_COMMUNES


def joined(found: Mapping[Key, Figures], group: Mapping[Key, Key]) -> dict[Key, Figures]:
    """Return the figures with those of one group added up; what belongs to no group stays by itself."""
    sums: dict[Key, Figures] = {}
    for key, figures in found.items():
        into = group.get(key, key)
        sums[into] = _sum(sums[into], figures) if into in sums else figures
    return sums


def _sum(one: Figures, other: Figures) -> Figures:
    numbers = {field.name: getattr(one, field.name) + getattr(other, field.name) for field in fields(Figures)[:-1]}
    scores = {score: one.scores.get(score, 0) + other.scores.get(score, 0) for score in {*one.scores, *other.scores}}
    return Figures(**numbers, scores=scores)
