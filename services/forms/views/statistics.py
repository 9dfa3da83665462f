"""The public statistics: a page and the same numbers as CSV. They know tallies, no dossier; everybody gets the same."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.paging import query_string
from core.spreadsheets import download
from core.text import sort_key
from services.catalogue.completeness import completeness_by_department
from services.forms.statistics import figures, tables
from services.forms.statistics.communes import joined
from services.forms.statistics.overview import overview
from services.forms.statistics.query import month_name, read_query


@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """`?period=&department=&field=&level=`: filed, settled in time or late, open; how content people were."""
    context: dict[str, Any] = {
        "title": _("Statistics"),
        "description": _("How many applications are filed on this portal, and how many are settled in time."),
        "counted_at": figures.counted_at(),
        "completeness": completeness_by_department(request),
    }
    if span := figures.span():
        found = read_query(request, span)
        context |= {
            "asked": found,
            "overview": overview(found),
            "csv_url": reverse("statistics_csv") + query_string(found.chosen),
        }
    return render(request, "services/forms/statistics.html", context)


@require_safe
def statistics_csv(request: HttpRequest) -> HttpResponse:
    """Return the numbers of the page by month and agency, for the same choices."""
    rows: list[tuple[tuple[str, str], figures.Figures]] = []
    if span := figures.span():
        found = read_query(request, span)
        apart = figures.by_month_and(found.rows, "agency_key")
        sums = joined(apart, {(month, one): (month, found.communes.get(one, one)) for month, one in apart})
        named = [(month, found.departments.get(agency), one) for (month, agency), one in sums.items()]
        lines = [(month, link.text if link else "", one) for month, link, one in named]
        lines.sort(key=lambda line: (line[0], sort_key(line[1])))
        rows = [((month_name(month), agency), one) for month, agency, one in lines]
    table = tables.lines([_("Month"), _("Agency")], rows)
    return download("csv", table, name="thong-ke-ho-so", title=_("Numbers"))
