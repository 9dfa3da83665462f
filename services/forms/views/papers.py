"""One paper at a time, for the script of a page with files: taken as soon as chosen, turned, removed; and its pictures.

Without the script the page itself does the same (step.py, submission.py); nothing here judges what they do not.
"""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import AuthenticatedHttpRequest
from core.i18n import reader_language
from services.forms.answering.flow import visible_questions
from services.forms.definition.questions import Kind, Question
from services.forms.models import Attachment, AttachmentState, Submission
from services.forms.submissions.paper_requests import open_requests
from services.forms.uploads import upload_notices
from services.forms.uploads.form_files import FileInputs
from services.forms.uploads.serving import HEADERS
from services.forms.views.guard import own_submission

QUESTION, FRAGMENT = "question", "fragment"
"""Parameters: the key of the paper; that the answer is the paper as it stands now, as a piece of the page."""


@require_http_methods(["GET", "HEAD", "POST"])
@own_submission
def papers(request: AuthenticatedHttpRequest, submission: Submission) -> HttpResponseBase:
    """Take, turn or remove files of one paper. A look at it, or a post without the script, leads to the dossier."""
    if request.method != "POST":
        return redirect("submission", pk=submission.pk)
    question, when, inputs = _asked(submission, request.POST.get(QUESTION, ""))
    inputs.take_for([question.key], request)
    if FRAGMENT not in request.POST:
        return redirect("submission", pk=submission.pk)
    notices = upload_notices.told(request, submission).get(question.key, [])
    context = {
        "part": inputs.part(question, when=when, notices=notices),
        "accept": inputs.accept,
        "draft": submission,
        "progress": inputs.progress(_required(submission)),
    }
    return render(request, "services/forms/paper_fragment.html", context, status=422 if inputs.has_errors else 200)


@require_safe
@own_submission
def preview(request: AuthenticatedHttpRequest, submission: Submission, attachment: UUID) -> HttpResponse:
    """Return the small picture of a photo that was not handed in yet; its owner looks at it while filing."""
    files = Attachment.objects.owned_by(request.user).filter(submission=submission, claimed_at=None)
    found = get_object_or_404(files.filter(state=AttachmentState.CLEAN, preview__isnull=False), pk=attachment)
    return HttpResponse(bytes(found.preview), content_type="image/jpeg", headers=HEADERS)


def _asked(submission: Submission, key: str) -> tuple[Question, str, FileInputs]:
    """Return the paper with that key, what is said of it, and the files; Http404 when nobody asks for it now."""
    if submission.is_draft:
        question = submission.version.form(reader_language()).question(key)
        if question is None or question.kind != Kind.FILES:
            raise Http404
        return question, "", FileInputs(submission)
    requests = open_requests(submission)
    paper = next((one for one in requests if one.question == key), None)
    if paper is None:
        raise Http404
    asked = Question(paper.question, Kind.FILES.value, paper.name)
    return asked, paper.reason, FileInputs(submission, [one.question for one in requests])


def _required(submission: Submission) -> list[Question]:
    """Return the questions of a draft that are asked now; nothing of what was filed."""
    if not submission.is_draft:
        return []
    return [
        question
        for step in visible_questions(submission.version.form(), submission.answers)
        for question in step.questions
    ]
