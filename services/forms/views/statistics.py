"""The public statistics: a page and the same numbers as CSV. They know tallies, no dossier; everybody gets the same."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.paging import query_string
from services.forms.statistics import figures, tables
from services.forms.statistics.asked import asked, month_name
from services.forms.statistics.files import download
from services.forms.statistics.overview import overview


@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """`?period=&department=&field=&level=`: filed, settled in time or late, open; how content people were."""
    context: dict[str, Any] = {
        "title": _("Statistics"),
        "description": _("How many dossiers are filed on this portal, and how many are settled in time."),
        "counted_at": figures.counted_at(),
    }
    if span := figures.span():
        found = asked(request, span)
        context |= {
            "asked": found,
            "overview": overview(found),
            "csv_url": reverse("statistics_csv") + query_string(found.chosen),
        }
    return render(request, "services/forms/statistics.html", context)


@require_safe
def statistics_csv(request: HttpRequest) -> HttpResponse:
    """The numbers of the page by month, agency, field and level."""
    rows: list[Any] = []
    if span := figures.span():
        found = asked(request, span)
        sums = figures.by_month_and(found.rows, "agency_key", "field_key", "level")
        for (month, agency, field, level), one in sorted(sums.items(), key=lambda entry: str(entry[0])):
            names = [found.departments.get(agency), found.fields.get(field)]
            texts = [link.text if link else "" for link in names]
            rows.append(([month_name(month), *texts, str(level or "")], one))
    heads = [_("Month"), _("Agency"), _("Field of administration"), _("Level")]
    return download("csv", "thong-ke-ho-so", tables.lines(heads, rows))
