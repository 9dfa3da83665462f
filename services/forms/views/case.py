"""The page of a filed dossier: where it stands, what happened, what was sent, what its owner can do now."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from core.calendars import working_calendar
from core.forms import PortalForm, TextField
from core.i18n import reader_language
from services.forms import actions, selectors, tracking
from services.forms.appointments import appointment_of
from services.forms.citizen_words import CitizenWords
from services.forms.display import shown
from services.forms.models import Attachment, Submission
from services.forms.papers import paper_name
from services.forms.questions import Kind, Question
from services.forms.refusals import FilesPending, Incomplete, StaleRevision
from services.forms.requests import PaperRequest, open_requests
from services.forms.upload_notices import told
from services.forms.uploading import PaperShelf, named
from services.forms.views.guard import own_submission, seen_revision
from services.forms.views.rating import rating_context
from services.forms.workflow import Actor, IllegalMove, State, open_moves


class WithdrawalForm(PortalForm):
    """Why a dossier is withdrawn; nobody has to say."""

    reason = TextField(label=gettext_lazy("Why do you withdraw it?"), required=False, max_length=2000)


class ReplyForm(PortalForm):
    """A word to the agency beside the papers it asked for."""

    note = TextField(label=gettext_lazy("Note to the agency"), required=False, max_length=5000)


def show(request: HttpRequest, submission: Submission) -> HttpResponse:
    form = submission.version.form(reader_language())
    words = CitizenWords([submission.service_key])
    history = selectors.history(submission, words)[::-1]
    files: dict[str, list[Attachment]] = {}
    for attachment in submission.attachments.filter(claimed_at__isnull=False):
        files.setdefault(attachment.question, []).append(attachment)
    asked_for = [paper for line in history for paper in line.papers]
    context = {
        "title": submission.service_title,
        "submission": submission,
        "state": State(submission.state),
        "what_next": words.next(submission.service_key, State(submission.state)),
        "requests": open_requests(submission),
        "history": history,
        "sections": shown(form, submission.answers, files={key: [*map(named, lie)] for key, lie in files.items()}),
        "papers": [(paper_name(key, form, asked_for), lie) for key, lie in files.items()],
        "slips": submission.slips.order_by("-pk"),
        "pin": tracking.shown(tracking.pin_of(submission)),
        "appointment": appointment_of(submission, working_calendar(request)),
        "rating": rating_context(submission),
        "may_withdraw": "withdraw" in _open_to_owner(submission),
    }
    return render(request, "services/forms/case.html", context)


def _open_to_owner(submission: Submission) -> set[str]:
    accepted = submission.accepted_at is not None
    return {move.name for move in open_moves(State(submission.state), Actor.CITIZEN, accepted=accepted)}


@require_http_methods(["GET", "HEAD", "POST"])
@own_submission
def withdraw(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Ask once more, then withdraw."""
    form = WithdrawalForm(request.POST or None)
    refusal = ""
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw(
                submission=submission,
                by=request.user,
                revision=seen_revision(request),
                reason=form.cleaned_data["reason"],
            )
        except StaleRevision as late:
            submission, refusal = late.submission, _("The dossier has changed. Look at it again before you go on.")
        except IllegalMove:
            return redirect("submission", pk=submission.pk)
        else:
            return redirect("submission", pk=submission.pk)
    if "withdraw" not in _open_to_owner(submission):
        return redirect("submission", pk=submission.pk)
    words = _("The agency stops working on it. A withdrawn dossier cannot be taken up again; you would file a new one.")
    return _asked(request, submission, form, refusal, _("Withdraw this dossier"), words, _("Withdraw it"))


@require_http_methods(["GET", "HEAD", "POST"])
@own_submission
def delete(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Ask once more, then delete a draft; what was filed stays."""
    if not submission.is_draft:
        return redirect("submission", pk=submission.pk)
    refusal = ""
    if request.method == "POST":
        try:
            actions.remove_draft(submission=submission, by=request.user, revision=seen_revision(request))
        except StaleRevision as late:
            submission, refusal = late.submission, _("The draft has changed. Look at it again before you delete it.")
        else:
            return redirect("submissions")
    words = _("Your answers and files in this draft are deleted and cannot be brought back.")
    return _asked(request, submission, PortalForm(), refusal, _("Delete this draft"), words, _("Delete it"))


def _asked(
    request: HttpRequest, submission: Submission, form: PortalForm, refusal: str, title: str, words: str, button: str
) -> HttpResponse:
    context = {
        "submission": submission,
        "form": form,
        "refusal": refusal,
        "title": title,
        "words": words,
        "button": button,
    }
    return render(request, "services/forms/confirm.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@own_submission
def supplement(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Reply to a request for papers: files for each, then one press sends them all."""
    asked = open_requests(submission)
    if not asked:
        return redirect("submission", pk=submission.pk)
    shelf = PaperShelf(submission, [paper.question for paper in asked])
    form = ReplyForm(request.POST or None)
    refused: dict[str, Any] = {}
    if request.method == "POST":
        shelf.take_for([paper.question for paper in asked], request)
        if not shelf.was_pressed and not shelf.has_errors and form.is_valid():
            refused = _replied(request, submission, form, shelf)
            if not refused:
                return redirect("submission", pk=submission.pk)
    notices = told(request, submission)
    context = {
        "title": _("Send the papers asked for"),
        "submission": submission,
        "requests": asked,
        "parts": [_part(paper, shelf, notices) for paper in asked],
        "notices": [sentence for sentences in notices.values() for sentence in sentences],
        "shelf": shelf,
        "form": form,
        **refused,
    }
    return render(request, "services/forms/supplement.html", context)


def _part(paper: PaperRequest, shelf: PaperShelf, notices: Mapping[str, list[str]]) -> dict[str, Any]:
    """A paper that was asked for, as the page of a step shows one."""
    return {
        "question": Question(paper.question, Kind.FILES.value, paper.name),
        "reason": paper.reason,
        "files": shelf.by_question.get(paper.question, []),
        "errors": shelf.errors.get(paper.question, []),
        "notices": notices.get(paper.question, []),
    }


def _replied(request: HttpRequest, submission: Submission, form: ReplyForm, shelf: PaperShelf) -> dict[str, Any]:
    """What stands in the way of the reply; nothing when it was sent."""
    try:
        actions.hand_in(
            submission=submission,
            by=request.user,
            revision=seen_revision(request),
            note=form.cleaned_data["note"],
        )
    except StaleRevision as late:
        return {"submission": late.submission, "stale": True}
    except Incomplete as refusal:
        shelf.errors.update({key: list(texts) for key, texts in refusal.errors.items()})
        return {"is_incomplete": True}
    except FilesPending:
        return {"is_pending": True}
    except IllegalMove:
        return {}
    return {}
