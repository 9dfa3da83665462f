"""Whose procedure a record is: which become pages, which may be published, and who handles them here."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.text import fold
from departments.kinds import DepartmentKind
from services.national.mapping.agencies import executing_agencies
from services.national.mapping.offices import OFFICES, PROVINCE, kind_of, own_name
from services.national.mapping.record import Record, line

PROVINCE_CODE = "H56"


class KeptBack(models.TextChoices):
    """Why a page made from a record is never published by the import."""

    INTERNAL = "internal", _("internal procedure between agencies: it is not for citizens")
    OTHER_PROVINCE = "other_province", _("published by another province: look whether it holds here")


class Owner(NamedTuple):
    """What a department is found by; `key` is the caller's."""

    key: int
    title: str
    short_name: str
    unit_code: str
    kind: str


def is_ours(record: Record) -> bool:
    """Return whether province or communes carry the procedure out."""
    return record.get("isProvince") is True or record.get("isWard") is True


def kept_back(record: Record) -> KeptBack | None:
    """Return why the record's page stays a draft, None when it may be published."""
    if record.get("isInternal") is True:
        return KeptBack.INTERNAL
    code, name = line(record, "departmentPromulgateCode"), fold(line(record, "departmentPromulgateName"))
    is_of_a_province = code[:1] == "H" and code[1:3].isdigit()
    is_elsewhere = code.split(".")[0] != PROVINCE_CODE and PROVINCE not in name
    return KeptBack.OTHER_PROVINCE if is_of_a_province and is_elsewhere else None


def find_owner(record: Record, departments: Sequence[Owner]) -> int | None:
    """Return the key of the department that the record names first as carrying the procedure out; a commune procedure
    that names nobody belongs to the communes. None when it names nobody of ours.
    """
    agencies = executing_agencies(record)
    for code, name in agencies:
        if found := find_named(code, name, departments):
            return found
    is_communal = record.get("isWard") is True and record.get("isProvince") is not True
    if is_communal and not agencies:
        return next((one.key for one in _of_kind(DepartmentKind.UBND_XA, departments)), None)
    return None


def find_named(code: str, name: str, departments: Sequence[Owner]) -> int | None:
    """Return the key of the department of that unit code or name."""
    found = _named(code, own_name(name), departments)
    return found.key if found else None


def _named(code: str, name: str, departments: Sequence[Owner]) -> Owner | None:
    by_code = (one for one in departments if code and one.unit_code == code)
    by_name = (one for one in departments if name in (own_name(one.title), fold(one.short_name)))
    kind = kind_of(name)
    by_kind = _of_kind(kind, departments) if kind else ()
    return next((found for group in (by_code, by_name, by_kind) for found in group), None)


def _of_kind(kind: DepartmentKind, departments: Iterable[Owner]) -> list[Owner]:
    """Return the departments of a kind, the one that stands for all of them first."""
    stands_for_all = OFFICES[kind]
    return sorted(
        (one for one in departments if one.kind == kind), key=lambda one: fold(one.title) not in stands_for_all
    )
