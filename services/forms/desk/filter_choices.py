"""What the filters of a queue offer: the services and agencies of the officer's own dossiers.

DISTINCT would read every dossier each time. The recursive query jumps from one service to the next in the index
instead: as many steps as there are services, however many dossiers stand behind them.
"""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from services.forms.models import Officer, Submission

FIRST = "SELECT service_key FROM handled WHERE agency_key = {found}.agency_key {after} ORDER BY service_key LIMIT 1"
LATEST = """
    SELECT {column} FROM handled WHERE agency_key = found.agency_key AND service_key = found.service_key
    ORDER BY filed_at DESC LIMIT 1
"""
WALK = f"""
    WITH RECURSIVE handled AS NOT MATERIALIZED ({{handled}}), seen(agency_key) AS ({{agencies}}),
    found(agency_key, service_key) AS (
        SELECT seen.agency_key, ({FIRST.format(found="seen", after="")}) FROM seen
        UNION
        SELECT found.agency_key, ({FIRST.format(found="found", after="AND service_key > found.service_key")})
        FROM found WHERE found.service_key IS NOT NULL
    )
    SELECT agency_key, service_key, ({LATEST.format(column="agency_name")}), ({LATEST.format(column="service_title")}),
        ({LATEST.format(column="filed_at")}) AS last_filed_at
    FROM found WHERE service_key IS NOT NULL ORDER BY last_filed_at
"""  # noqa: S608 (made of constants here; the two questions put in come from the ORM, with their values apart)
COLUMNS = ("agency_key", "service_key", "agency_name", "service_title", "filed_at")


@dataclass(frozen=True)
class Choices:
    """Key → name, as the latest dossier has it: a name that changed in between is shown as it was last."""

    services: dict[str, str] = field(default_factory=dict)
    agencies: dict[str, str] = field(default_factory=dict)


def choices_among(handled: QuerySet[Submission], agencies: QuerySet[Officer]) -> Choices:
    """Return what those dossiers speak of. `agencies` has one column, the keys of the departments they lie at."""
    rows, row_values = _sql(handled.order_by().values(*COLUMNS))
    keys, key_values = _sql(agencies.order_by())
    choices = Choices()
    with connection.cursor() as cursor:
        cursor.execute(WALK.format(handled=rows, agencies=keys), [*row_values, *key_values])
        for agency_key, service_key, agency_name, service_title, _last in cursor.fetchall():
            choices.services[_text(service_key)] = service_title
            choices.agencies[_text(agency_key)] = agency_name
    return choices


def _sql(rows: QuerySet[Any]) -> tuple[str, tuple[Any, ...]]:
    made: tuple[str, tuple[Any, ...]] = rows.query.get_compiler(connection=connection).as_sql()
    return made


def _text(key: UUID | str) -> str:
    """Return a key as addresses have it; SQLite gives it without hyphens."""
    return str(UUID(str(key)))
