"""The register of an agency's dossiers for a period: a page to choose it on, and the list as PDF, CSV or XLSX."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from accounts.confirming import confirmed_again
from accounts.requests import AuthenticatedHttpRequest
from core.spreadsheets import streamed_download
from services.forms.audit import audit_log
from services.forms.desk.guard import handler
from services.forms.desk.register import MOST_ROWS, RegisterForm
from services.forms.desk.workplace import Workplace
from services.forms.slips.register import register_head, register_pdf, register_rows
from services.forms.slips.wording import LANGUAGE
from services.forms.uploads.serving import HEADERS
from services.forms.views.slips import as_pdf


@require_safe
@handler
def register(request: AuthenticatedHttpRequest, desk: Workplace) -> HttpResponseBase:
    """Without a format asked for, the page; what cannot be made is told on it, with what was chosen."""
    kind = request.GET.get("kind", "")
    form = RegisterForm(request.GET if kind else None, desk)
    if kind in MOST_ROWS and form.is_valid():
        count = form.found().count()
        form.refuse_if_too_many(kind, count)
        if not form.errors:
            return _list(request, form, kind, count)
    return _page(request, desk, form)


@confirmed_again
def _list(request: AuthenticatedHttpRequest, form: RegisterForm, kind: str, count: int) -> HttpResponseBase:
    period, found = form.period, form.found()
    days = {"since": period.since.isoformat(), "until": period.until.isoformat()}
    detail = {"kind": kind, "rows": count, "agency": form.cleaned_data["agency"], **days}
    audit_log.record(actor=request.user, action="register.export", detail=detail)
    name = f"so-theo-doi-{period.since:%Y%m%d}-{period.until:%Y%m%d}"
    if kind == "pdf":
        with translation.override(LANGUAGE):
            return as_pdf(register_pdf(register_rows(found), agency=form.agency_name, period=period, count=count), name)
    lines, title = _with_head(register_rows(found)), gettext_lazy("Applications")
    return streamed_download(kind, lines, name=name, title=title, language=LANGUAGE, headers=HEADERS)


def _with_head(lines: Iterator[list[Any]]) -> Iterator[list[Any]]:
    yield register_head()
    yield from lines


def _page(request: AuthenticatedHttpRequest, desk: Workplace, form: RegisterForm) -> HttpResponse:
    context = {"title": _("Register of applications"), "menu": desk.menu(), "form": form}
    return render(request, "services/forms/desk/register.html", context)
