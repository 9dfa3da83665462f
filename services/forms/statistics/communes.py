"""Single communes in public statistics: they count as the department that stands for all of them.

Many of them have a handful of dossiers: a row of its own would tell of single people, and a hundred and sixty rows
would hide the agencies of the province. Heads and supervisors see each one at the desk.
"""

from collections.abc import Mapping
from typing import TypeVar
from uuid import UUID

from departments.department_cache import DepartmentCache
from departments.kinds import OF_COMMUNES
from departments.models import DepartmentPage
from services.forms.statistics.figures import NAMES, Figures

Key = TypeVar("Key")


def counted_with(department: DepartmentPage, register: DepartmentCache) -> list[UUID]:
    """Return the keys under which the dossiers of a department of the list are counted, its communes among them."""
    if department.kind not in OF_COMMUNES:
        return [department.translation_key]
    return [department.translation_key, *(page.translation_key for page in register.communes_of(department))]


def owners(register: DepartmentCache) -> dict[UUID | None, UUID]:
    """Return the key of the department each single commune is counted with, by the key of the commune."""
    return {key: owner.translation_key for owner in register.originals for key in counted_with(owner, register)[1:]}


def joined(found: Mapping[Key, Figures], group: Mapping[Key, Key]) -> dict[Key, Figures]:
    """Return the figures with those of one group added up; what belongs to no group stays by itself."""
    sums: dict[Key, Figures] = {}
    for key, figures in found.items():
        into = group.get(key, key)
        sums[into] = _sum(sums[into], figures) if into in sums else figures
    return sums


def _sum(one: Figures, other: Figures) -> Figures:
    numbers = {name: getattr(one, name) + getattr(other, name) for name in NAMES}
    scores = {score: one.scores.get(score, 0) + other.scores.get(score, 0) for score in {*one.scores, *other.scores}}
    return Figures(**numbers, scores=scores)
