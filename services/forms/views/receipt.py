"""The acknowledgement of a filing: as a page to bookmark and as PDF, made when it is asked for."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.i18n import reader_language
from services.forms.models import Submission
from services.forms.slips.acknowledgement import acknowledgement_pdf as sheet
from services.forms.slips.acknowledgement_data import acknowledgement_of
from services.forms.submissions.contacts import whom_to_ask
from services.forms.submissions.owner_status import status_lines
from services.forms.uploads.serving import HEADERS
from services.forms.views.guard import View, own_submission


def _filed(view: View) -> View:
    """For what was filed; a draft has no receipt."""

    def guarded(request: HttpRequest, submission: Submission, **kwargs: Any) -> HttpResponseBase:
        if submission.is_draft:
            raise Http404
        return view(request, submission, **kwargs)

    return own_submission(guarded)


@require_safe
@_filed
def receipt(request: HttpRequest, submission: Submission) -> HttpResponseBase:
    context = {
        "title": _("Your application has been sent"),
        "submission": submission,
        "terms": status_lines(submission),
        "place": whom_to_ask(submission),
        "acknowledgement": acknowledgement_of(submission, reader_language()),
    }
    return render(request, "services/forms/receipt.html", context)


@require_safe
@_filed
def receipt_pdf(request: HttpRequest, submission: Submission) -> HttpResponseBase:
    pdf = sheet(acknowledgement_of(submission, reader_language()))
    as_file = {"Content-Disposition": f'attachment; filename="{submission.code}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers={**HEADERS, **as_file})
