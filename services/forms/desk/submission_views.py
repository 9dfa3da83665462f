"""One dossier as an officer reads it: answers, files, history, notes; every look is logged."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.requests import AuthenticatedHttpRequest
from services.forms.audit import audit_log
from services.forms.desk.desk_actions import open_actions
from services.forms.desk.guard import officer_submission
from services.forms.desk.workplace import Workplace
from services.forms.models import Attachment, Submission
from services.forms.rules.workflow import State
from services.forms.submissions.calendars import calendar_of
from services.forms.submissions.fees import fee_lines
from services.forms.submissions.submission_context import submission_context
from services.forms.submissions.timeline import officer_timeline
from services.forms.uploads.serving import response_for


@require_safe
@officer_submission
def show(request: AuthenticatedHttpRequest, desk: Workplace, submission: Submission) -> HttpResponse:
    audit_log.read(reader=desk.user, submission=submission)
    return render(request, "services/forms/desk/submission.html", page_of_dossier(request, submission, desk))


def page_of_dossier(request: AuthenticatedHttpRequest, submission: Submission, desk: Workplace) -> dict[str, Any]:
    """Return what stands on the page of a dossier."""
    files = Attachment.objects.handled_by(desk.user).filter(submission=submission)
    history, calendar = officer_timeline(submission), calendar_of(submission, request)
    acts = open_actions(desk.user, submission)
    presses = {act.name for act in acts if act.is_one_press and not act.form(submission, desk.user).fields}
    return {
        **submission_context(submission, files=files, history=history, calendar=calendar),
        "title": submission.service_title,
        "state": State(submission.state),
        "fees": fee_lines(submission.fees),
        "notes": submission.notes.select_related("author"),
        "presses": [act for act in acts if act.name in presses],
        "acts": [act for act in acts if act.name not in presses],
    }


@require_safe
@officer_submission
def file(
    request: AuthenticatedHttpRequest, desk: Workplace, submission: Submission, attachment: UUID
) -> HttpResponseBase:
    """Return a file that was handed in, as a download."""
    files = Attachment.objects.handled_by(desk.user).filter(submission=submission)
    found = get_object_or_404(files, pk=attachment)
    answer = response_for(found)
    audit_log.record(actor=desk.user, action="file.download", submission=submission, detail={"file": found.pk})
    return answer
