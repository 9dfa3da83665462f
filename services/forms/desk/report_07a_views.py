"""Report 07a/BTP at the desk, as a page and as a file. For heads and supervisors."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.requests import AuthenticatedHttpRequest
from core.errors import NotFoundInWords
from core.paging import query_string
from core.spreadsheets import MEDIA_TYPES, download
from services.forms.audit import audit_log
from services.forms.desk import reports
from services.forms.desk.guard import reporter
from services.forms.desk.report_views import reports_context
from services.forms.desk.workplace import Workplace
from services.forms.statistics import report_07a as form
from services.forms.statistics.query import PERIOD, field_keys


@require_safe
@reporter
def report_07a(request: AuthenticatedHttpRequest, desk: Workplace) -> HttpResponse:
    """Return the report for the chosen period, with what is not known of its form."""
    context = reports_context(desk, _("Report 07a/BTP")) | {"form": "07a"}
    if scope := reports.scope_of(desk, request):
        query = query_string({PERIOD: scope.period.name})
        files = [(kind.upper(), reverse("desk_report_07a_list", args=[kind]) + query) for kind in MEDIA_TYPES]
        context |= {"scope": scope, "groups": form.GROUPS, "report": _report(scope), "files": files}
    return render(request, "services/forms/desk/report_07a.html", context)


@require_safe
@reporter
def report_07a_list(request: AuthenticatedHttpRequest, desk: Workplace, kind: str) -> HttpResponse:
    """Return the same as a file."""
    scope = reports.scope_of(desk, request)
    if scope is None or kind not in MEDIA_TYPES:
        raise NotFoundInWords("")
    detail = {"form": "07a", "kind": kind, "period": scope.period.name}
    audit_log.record(actor=request.user, action="report.export", detail=detail)
    return download(kind, form.as_lines(_report(scope)), name=f"bieu-07a-BTP-{scope.period.name}", title=_("Numbers"))


def _report(scope: reports.Scope) -> form.Report07a:
    return form.report_07a(scope.all_rows, scope.period, scope.last, dict(field_keys().values()))
