"""What somebody asks of the statistics: a period, a department, a field, a level; kept in the address."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.links import Link, name_of, pairs
from core.models import Field
from core.text import sort_key
from departments.department_cache import department_cache
from services.catalogue.filter_values import DEPARTMENT, FIELD, LEVEL
from services.catalogue.filters import Choices, Filter, Option, Question, Removal, chosen_values, question, removals
from services.forms.models.tally import Tally
from services.forms.statistics import figures
from services.forms.statistics.communes import owners
from services.forms.statistics.months import Month, Period, names, read_period
from services.rules.choices import Level

PERIOD = "period"


@dataclass(frozen=True)
class StatisticsQuery:
    """The chosen values, and the tallies they leave; `last` is the last month of them.

    `departments` and `fields` are the names by the keys of the tallies; `communes` are counted with another department.
    """

    period: Period | None
    last: Month
    departments: dict[UUID | None, Link]
    communes: dict[UUID | None, UUID]
    fields: dict[UUID | None, Link]
    rows: QuerySet[Tally]
    filters: list[Filter]
    removals: list[Removal]
    chosen: dict[str, str]


def read_query(request: HttpRequest, span: tuple[Month, Month]) -> StatisticsQuery:
    """NotFoundInWords for a value that does not exist. `span`: the months there are."""
    departments, fields, communes = department_keys(request), field_keys(), owners(department_cache(request))
    questions = [
        question(request, PERIOD, _("Period"), periods(span)),
        question(request, DEPARTMENT, _("Department"), [(value, link) for value, (_key, link) in departments.items()]),
        question(request, FIELD, _("Field of administration"), [(value, link) for value, (_k, link) in fields.items()]),
        question(request, LEVEL, _("Service level"), levels()),
    ]
    chosen = chosen_values(questions)
    period = read_period(chosen.get(PERIOD, ""))
    rows = figures.within(period)
    if DEPARTMENT in chosen:
        key = departments[chosen[DEPARTMENT]][0]
        rows = rows.filter(agency_key__in=[key, *(commune for commune, owner in communes.items() if owner == key)])
    if FIELD in chosen:
        rows = rows.filter(field_key=fields[chosen[FIELD]][0])
    if LEVEL in chosen:
        rows = rows.filter(level=chosen[LEVEL])
    return StatisticsQuery(
        period=period,
        last=min(period.last, span[1]) if period else span[1],
        departments=dict(departments.values()),
        communes=communes,
        fields=dict(fields.values()),
        rows=rows,
        filters=[_uncounted(one) for one in questions if one.choices],
        removals=removals(questions, chosen),
        chosen=chosen,
    )


def periods(span: tuple[Month, Month]) -> Choices:
    return [(name, Link(period_name(name))) for name in names(*span)]


def period_name(name: str) -> str:
    """Return a period in words; "" is all time."""
    period = read_period(name)
    if period is None:
        return _("All time")
    values = {"year": period.first.year, "month": period.first.month, "quarter": period.last.month // 3}
    if "Q" in name:
        return _("Quarter %(quarter)s of %(year)s") % values
    return month_name(period.first) if period.first == period.last else _("Year %(year)s") % values


def month_name(month: Month) -> str:
    return pgettext("a month", "%(month)s/%(year)s") % {"month": month.month, "year": month.year}


Keys = dict[str, tuple[UUID | None, Link]]
"""Value in the address → key in the tallies, and the name."""


def department_keys(request: HttpRequest) -> Keys:
    """Return the departments of today by slug, and what else there are tallies of, without single communes and
    those that nobody may see.
    """
    register, found = department_cache(request), Keys()
    communes = owners(register)
    for page, link in register.named:
        if not page.is_former:
            found[page.slug] = (page.translation_key, link)
    known = {key for key, _link in found.values()}
    for key, name in figures.names("agency_key", "agency_name").items():
        if key is not None and key not in known and key not in communes and not register.is_hidden(key):
            found[str(key)] = (key, Link(name, "", "vi"))
    return dict(sorted(found.items(), key=lambda entry: sort_key(entry[1][1].text)))


def agency_names(request: HttpRequest) -> dict[UUID | None, Link]:
    """Return what every agency with tallies is called, each single commune by its own name: for the desk."""
    register = department_cache(request)
    communes = {key: register.link(key) for key in owners(register)}
    return {**{key: link for key, link in communes.items() if link}, **dict(department_keys(request).values())}


def field_keys() -> Keys:
    """Return the fields there are tallies of."""
    titles = {key: name for key, name in figures.names("field_key", "field_title").items() if key is not None}
    terms = Field.objects.filter(translation_key__in=titles, locale__language_code=settings.LANGUAGE_CODE)
    found: Keys = {term.slug: (term.translation_key, name_of(shown)) for term, shown in pairs(terms)}
    known = {key for key, _link in found.values()}
    found |= {str(key): (key, Link(name, "", "vi")) for key, name in titles.items() if key not in known}
    return dict(sorted(found.items(), key=lambda entry: sort_key(entry[1][1].text)))


def levels() -> Choices:
    used = Tally.objects.exclude(level=None).order_by("level").values_list("level", flat=True).distinct()
    return [(str(level), Link(str(Level(level).label))) for level in used if level is not None]


def _uncounted(one: Question) -> Filter:
    options = [Option(value, link.text, link.lang, value == one.chosen) for value, link in one.choices]
    blank = _("All time") if one.name == PERIOD else _("All")
    return Filter(one.name, one.label, options, blank)
