"""One dossier as an officer reads it: answers, files, history, notes; every look is logged."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from core.calendars import working_calendar
from core.i18n import reader_language
from services.forms.answering.display import displayed_answers
from services.forms.audit import audit_log
from services.forms.desk import timeline
from services.forms.desk.desk_actions import open_actions
from services.forms.desk.guard import officer_submission
from services.forms.desk.workplace import Workplace
from services.forms.models import Attachment, Submission
from services.forms.rules.workflow import State
from services.forms.submissions.due_date_text import return_date
from services.forms.submissions.fees import fee_lines
from services.forms.submissions.paper_requests import open_requests
from services.forms.uploads.attachments import paper_name
from services.forms.uploads.form_files import named
from services.forms.uploads.serving import response_for


@require_safe
@officer_submission
def show(request: HttpRequest, desk: Workplace, submission: Submission) -> HttpResponse:
    audit_log.read(reader=request.user, submission=submission)
    return render(request, "services/forms/desk/submission.html", page_of_dossier(request, submission, desk))


def page_of_dossier(request: HttpRequest, submission: Submission, desk: Workplace) -> dict[str, Any]:
    """What stands on the page of a dossier."""
    form = submission.version.form(reader_language())
    history = timeline.timeline(submission)
    files: dict[str, list[Attachment]] = {}
    for attachment in Attachment.objects.handled_by(request.user).filter(submission=submission):
        files.setdefault(attachment.question, []).append(attachment)
    asked_for = [paper for line in history for paper in line.papers]
    acts = open_actions(request.user, submission)
    presses = {act.name for act in acts if act.is_one_press and not act.form(submission, request.user).fields}
    return {
        "title": submission.service_title,
        "submission": submission,
        "state": State(submission.state),
        "requests": open_requests(submission),
        "history": history,
        "sections": displayed_answers(
            form, submission.answers, files={key: [*map(named, lie)] for key, lie in files.items()}
        ),
        "papers": [(paper_name(key, form, asked_for), lie) for key, lie in files.items()],
        "fees": fee_lines(submission.fees),
        "slips": submission.slips.order_by("-pk"),
        "notes": submission.notes.select_related("author"),
        "appointment": return_date(submission, working_calendar(request)),
        "presses": [act for act in acts if act.name in presses],
        "acts": [act for act in acts if act.name not in presses],
    }


@require_safe
@officer_submission
def file(request: HttpRequest, desk: Workplace, submission: Submission, attachment: UUID) -> HttpResponseBase:
    """A file that was handed in, as a download."""
    files = Attachment.objects.handled_by(request.user).filter(submission=submission)
    found = get_object_or_404(files, pk=attachment)
    answer = response_for(found)
    audit_log.record(actor=request.user, action="file.download", submission=submission, detail={"file": found.pk})
    return answer
