"""Reports at the desk: numbers, report II.06a, and what people wrote when they rated. For heads and supervisors."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.requests import AuthenticatedHttpRequest
from core.errors import NotFoundInWords
from core.paging import page_of, query_string, steps_of
from core.spreadsheets import MEDIA_TYPES, download
from services.forms.audit import audit_log
from services.forms.desk import reports
from services.forms.desk.guard import reporter
from services.forms.desk.workplace import Workplace
from services.forms.models import Rating
from services.forms.statistics import figures
from services.forms.statistics.query import PERIOD, field_keys, month_name
from services.forms.statistics.report import as_lines, report

COMMENTS_PER_PAGE = 50


@require_safe
@reporter
def numbers(request: AuthenticatedHttpRequest, desk: Workplace) -> HttpResponse:
    """Return everything that is counted, for the departments of a head or the whole province;
    the work of each officer.
    """
    context = reports_context(desk, _("Numbers"))
    if scope := reports.scope_of(desk, request):
        context |= {
            "scope": scope,
            "tables": [*reports.by_agency(scope), reports.slowest(scope)],
            "all": figures.total(scope.rows, scope.end),
        }
    if desk.headed:
        context["workload"] = reports.workload(desk)
    return render(request, "services/forms/desk/report.html", context)


@require_safe
@reporter
def report_06a(request: AuthenticatedHttpRequest, desk: Workplace) -> HttpResponse:
    """Return the report of Circular 01/2020 for the chosen period."""
    context = reports_context(desk, _("Report II.06a")) | {"form": "06a"}
    if scope := reports.scope_of(desk, request):
        found = report(scope.all_rows, scope.period, scope.last, dict(field_keys().values()))
        query = query_string({PERIOD: scope.period.name})
        files = [(kind.upper(), reverse("desk_report_06a_list", args=[kind]) + query) for kind in MEDIA_TYPES]
        context |= {"scope": scope, "report": found, "files": files}
    return render(request, "services/forms/desk/report_06a.html", context)


@require_safe
@reporter
def report_06a_list(request: AuthenticatedHttpRequest, desk: Workplace, kind: str) -> HttpResponse:
    """Return the same as a file."""
    scope = reports.scope_of(desk, request)
    if scope is None or kind not in MEDIA_TYPES:
        raise NotFoundInWords("")
    found = report(scope.all_rows, scope.period, scope.last, dict(field_keys().values()))
    audit_log.record(actor=request.user, action="report.export", detail={"kind": kind, "period": scope.period.name})
    return download(kind, as_lines(found), name=f"bieu-II.06a-{scope.period.name}", title=_("Numbers"))


@require_safe
@reporter
def ratings(request: AuthenticatedHttpRequest, desk: Workplace) -> HttpResponse:
    """Return what people wrote about the departments this head leads; neither a name nor a code stands beside it."""
    if not desk.headed:
        raise Http404
    written = Rating.objects.filter(agency_key__in=desk.headed).exclude(comment="").order_by("-given_at")
    page = page_of(written.only("score", "comment", "month", "service_title"), request, COMMENTS_PER_PAGE)
    audit_log.record(actor=request.user, action="ratings.read", detail={"page": page.number})
    context = reports_context(desk, _("What people wrote")) | {
        "rows": [(row, month_name(row.month)) for row in page.object_list],
        "steps": steps_of(page),
        "satisfaction": figures.flows_of(figures.within(None).filter(agency_key__in=desk.headed)).satisfaction,
    }
    return render(request, "services/forms/desk/ratings.html", context)


def reports_context(desk: Workplace, title: str) -> dict[str, Any]:
    """Return what every page of reports shows."""
    return {
        "title": title,
        "counted_at": figures.counted_at(),
        "heads": bool(desk.headed),
        "is_province": desk.is_supervisor,
        "menu": desk.menu() if desk.handles else [],
    }
