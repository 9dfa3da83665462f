"""Agencies of a record: who carries the procedure out, decides and helps, each by its name."""

from services.national.facts import AGENCIES, FactRow, Value
from services.national.mapping.offices import common_name
from services.national.mapping.record import Record, line, lines, page_address, parts
from services.national.mapping.times import KIND_OF_CHANNEL
from services.rules.choices import AgencyRole, ApplyMode, ChannelKind

EXECUTING = ("departmentsExecuting", "unitGroupsExecuting")
ROLES = (
    (AgencyRole.COMPETENT, (*EXECUTING, "departmentsAuthority", "unitGroupsAuthority")),
    (AgencyRole.DELEGATED, ("departmentsAuthorized", "unitGroupsAuthorized")),
    (AgencyRole.COOPERATING, ("departmentsCoordinating", "unitGroupsCoordinating")),
)
LONGEST_NAME = 300


def agency_rows(record: Record) -> tuple[FactRow, ...]:
    """Return every agency once, in its first role, by the first of its names. Who is asked online is asked at the
    record's own page.
    """
    rows: dict[str, FactRow] = {}
    for role, lists in ROLES:
        for agency in (one for name in lists for one in parts(record, name)):
            name = line(agency, "name")[:LONGEST_NAME]
            if name:
                rows.setdefault(common_name(name), FactRow(AGENCIES, _values(record, role, name, line(agency, "code"))))
    return tuple(rows.values())


def executing_agencies(record: Record) -> list[tuple[str, str]]:
    """Return unit code ("" when there is none) and name of those who carry the procedure out, groups of units first."""
    return [(line(one, "code"), line(one, "name")) for name in reversed(EXECUTING) for one in parts(record, name)]


def is_filed_online(record: Record) -> bool:
    """Return whether the record names the internet as a way of filing."""
    methods = (line(method, "submissionMethod") for method in parts(record, "executionMethods"))
    return any(KIND_OF_CHANNEL.get(name) is ChannelKind.ONLINE for name in methods)


def _values(record: Record, role: AgencyRole, name: str, code: str) -> dict[str, Value]:
    is_online = role is AgencyRole.COMPETENT and is_filed_online(record)
    return {
        "name": name,
        "code": code,
        "role": role,
        "apply_mode": ApplyMode.EXTERNAL if is_online else ApplyMode.PAPER,
        "external_url": page_address(record) if is_online else "",
        "address": lines(record, "dossierReceivingAddresses") if role is AgencyRole.COMPETENT else "",
    }
