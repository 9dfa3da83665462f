"""Slips of one's own dossier, and the public page on which anybody sees whether a slip is genuine."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.client_address import sender_of
from core.errors import please_wait
from core.limits import Limit
from services.forms.models import Slip, Submission
from services.forms.models.slip import LENGTH, SIGNS
from services.forms.rules.references import code_key
from services.forms.slips.paper import slip_pdf as sheet
from services.forms.slips.validity import slip_status
from services.forms.uploads.serving import HEADERS
from services.forms.views.guard import own_submission

MISSES = Limit("slips.unknown", times=10, seconds=600)
"""Tokens that are none, from one address. A genuine slip is always shown: nobody can use up what it would take, and a
token has as many possible values as a key, so that the limit only keeps machines from asking for nothing."""


@require_safe
@own_submission
def slip_pdf(request: HttpRequest, submission: Submission, slip: int) -> HttpResponseBase:
    """Return a slip of the dossier, as a download."""
    return pdf_of(get_object_or_404(submission.slips, pk=slip))


def pdf_of(slip: Slip) -> HttpResponse:
    """Return the sheet as a file; Http404 when what it said was removed."""
    if not slip.is_whole:
        raise Http404("removed")
    return as_pdf(sheet(slip), slip.number.replace("/", "_"))


def as_pdf(data: bytes, name: str) -> HttpResponse:
    as_file = {"Content-Disposition": f'attachment; filename="{name}.pdf"'}
    return HttpResponse(data, content_type="application/pdf", headers={**HEADERS, **as_file})


@require_safe
def slip_check(request: HttpRequest, token: str) -> HttpResponse:
    """Return whether the portal issued that slip: kind, number, agency and day, nothing about a person."""
    slip = find(token)
    if slip is None:
        if wait := MISSES.take(sender_of(request)):
            return _unkept(please_wait(request, wait))
        return _page(request, {"title": _("This notice was not issued by this portal")}, status=404)
    return _page(request, {"title": _("This notice is genuine"), "slip": slip, "standing": slip_status(slip)})


def find(token: str) -> Slip | None:
    """Return the slip of a token, also as somebody types it from paper."""
    token = code_key(token).lower()
    if len(token) != LENGTH or not set(token) <= set(SIGNS):
        return None
    found: Slip | None = Slip.objects.select_related("submission").filter(token=token).first()
    return found


def _page(request: HttpRequest, told: dict[str, Any], *, status: int = 200) -> HttpResponse:
    context = {"description": _("See whether a notice was issued by this portal."), **told}
    return _unkept(render(request, "services/forms/slip_check.html", context, status=status))


def _unkept(response: HttpResponse) -> HttpResponse:
    """Nobody keeps the answer, no search engine lists it: it holds for this moment."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
