"""What a partner reads of a department: how to reach it, who leads it, what became of it, what it handles."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypedDict
from uuid import UUID

from django.conf import settings
from django.db.models import Count, F, Value
from django.db.models.functions import Left, Length
from wagtail.api import APIField
from wagtail.models import Page

from api.references import References
from api.serializers import Computed, Reading, term_data
from core.child_rows import child_rows
from core.models import Field
from core.visibility import visible
from departments.models import DepartmentPage

Data = dict[str, Any]

ROWS = {"opening_hours": "opening_hours", "leaders": "leaders", "successors": "successions"}
"""Fields made of rows, and the relation the rows come from."""


class DepartmentReading(Reading):
    """The rows of the departments, the departments and fields these name, and the counted services."""

    def __init__(self, pages: Sequence[DepartmentPage], names: Iterable[str], references: References) -> None:
        super().__init__(pages, names, references)
        self.rows = child_rows(pages, [relation for name, relation in ROWS.items() if name in self.names])
        for page in pages if "successors" in self.names else ():
            rows = self.rows.of(page, "successions")
            references.want("page", [row.successor_id for row in rows])
            references.want(Field, [row.field_id for row in rows])
        self.counts = counts_by_level() if "service_counts" in self.names else {}


def counts_by_level() -> dict[UUID, dict[int | None, int]]:
    """Return how many public services each department handles at each level, by the department's translation key.

    Vietnamese pages are counted: they are complete, and a fact is the same in every language.
    """
    services = visible(Page.objects.filter(locale__language_code=settings.LANGUAGE_CODE, servicepage__isnull=False))
    above = Left("path", Length("path") - Value(Page.steplen))
    rows = (
        services.order_by()
        .annotate(above=above)
        .values("above", level=F("servicepage__level"))
        .annotate(total=Count("pk"))
    )
    counted: dict[str, dict[int | None, int]] = defaultdict(dict)
    for row in rows:
        counted[row["above"]][row["level"]] = row["total"]
    keys = Page.objects.filter(path__in=counted).values_list("path", "translation_key")
    return {key: counted[path] for path, key in keys}


class DepartmentCard(TypedDict):
    """A department in short, as services, notices and other departments point at it."""

    id: int
    title: str
    short_name: str
    unit_code: str
    slug: str
    locale: str
    html_url: str | None
    detail_url: str | None


def department_card(department: DepartmentPage | None, references: References) -> DepartmentCard | None:
    """Return the department in short; None for none."""
    return department and {
        "id": department.pk,
        "title": department.title,
        "short_name": department.short_name,
        "unit_code": department.unit_code,
        "slug": department.slug,
        "locale": department.locale.language_code,
        "html_url": references.html_url(department),
        "detail_url": references.detail_url(department),
    }


def opening_hours(department: DepartmentPage, reading: DepartmentReading) -> list[Data]:
    """Spans of the week in which the counter is open: ISO weekday (1 = Monday), local time."""
    rows = reading.rows.of(department, "opening_hours")
    return [{"weekday": row.weekday, "opens": f"{row.opens:%H:%M}", "closes": f"{row.closes:%H:%M}"} for row in rows]


def leaders(department: DepartmentPage, reading: DepartmentReading) -> list[Data]:
    return [{"name": row.name, "position": row.position} for row in reading.rows.of(department, "leaders")]


def successors(department: DepartmentPage, reading: DepartmentReading) -> list[Data]:
    """Return who does the work of a former department today, field by field; null where nobody may see the page."""
    references = reading.references
    return [
        {
            "work": row.work,
            "field": term_data(references.term(Field, row.field_id)),
            "department": department_card(references.page(row.successor_id), references),
            "is_confirmed": row.is_confirmed,
        }
        for row in reading.rows.of(department, "successions")
    ]


def service_counts(department: DepartmentPage, reading: DepartmentReading) -> Data:
    """Return services handled today, by level; those that reach no level yet are counted apart."""
    counts = reading.counts.get(department.translation_key, {})
    levels = {str(level): counts.get(level, 0) for level in range(1, 5)}
    return {"total": sum(counts.values()), "levels": levels, "without_level": counts.get(None, 0)}


def coordinates(department: DepartmentPage, reading: DepartmentReading) -> Data | None:
    """WGS 84 degrees."""
    if department.latitude is None or department.longitude is None:
        return None
    return {"latitude": float(department.latitude), "longitude": float(department.longitude)}


FIELDS = [
    APIField("short_name"),
    APIField("old_name"),
    APIField("unit_code"),
    APIField("kind"),
    APIField("area_name"),
    APIField("area_code"),
    APIField("functions"),
    APIField("address"),
    APIField("coordinates", Computed(coordinates)),
    APIField("phone"),
    APIField("fax"),
    APIField("email"),
    APIField("website"),
    APIField("opening_hours", Computed(opening_hours)),
    APIField("leaders", Computed(leaders)),
    APIField("valid_from"),
    APIField("valid_to"),
    APIField("is_former"),
    APIField("status_note"),
    APIField("successors", Computed(successors)),
    APIField("service_counts", Computed(service_counts)),
    APIField("source", Computed(lambda page, reading: {"url": page.source_url, "checked_on": page.source_checked_on})),
]
"""Every field of a department in the partner API, in the order of the answer."""
