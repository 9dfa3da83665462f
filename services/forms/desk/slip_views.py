"""Slips of a dossier for its officers: those that were issued, and the control slip of its handling; each is logged."""

from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from accounts.requests import AuthenticatedHttpRequest
from services.forms.audit import audit_log
from services.forms.desk.guard import officer_submission
from services.forms.desk.workplace import Workplace
from services.forms.models import Submission
from services.forms.slips.control_sheet import control_slip as sheet
from services.forms.views.slips import as_pdf, pdf_of


@require_safe
@officer_submission
def slip_pdf(request: AuthenticatedHttpRequest, desk: Workplace, submission: Submission, slip: int) -> HttpResponseBase:
    """Return a slip that was issued, as a download."""
    found = get_object_or_404(submission.slips, pk=slip)
    answer = pdf_of(found)
    audit_log.record(actor=desk.user, action="slip.download", submission=submission, detail={"slip": found.pk})
    return answer


@require_safe
@officer_submission
def control_slip(request: AuthenticatedHttpRequest, desk: Workplace, submission: Submission) -> HttpResponseBase:
    """Slip 06 as the history stands now."""
    answer = as_pdf(sheet(submission, by=desk.user), f"{submission.code}_06")
    audit_log.record(actor=desk.user, action="slip.control", submission=submission)
    return answer
