"""The page of a filed dossier: where it stands, what happened, what was sent, what its owner can do now."""

from collections.abc import Mapping
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from accounts.requests import AuthenticatedHttpRequest
from core import kept_posts
from core.form_gone import FormGone, typed_texts
from core.forms import PortalForm, TextField
from core.i18n import reader_language
from core.kept_posts import see_again, with_kept
from services.forms import actions
from services.forms.definition.questions import Kind, Question
from services.forms.models import Submission
from services.forms.rules.exceptions import FilesPending, Incomplete, StaleRevision
from services.forms.rules.transition_spec import Transition
from services.forms.rules.transitions import REPLIES, open_transitions
from services.forms.rules.workflow import Actor, IllegalTransition, State
from services.forms.submissions import tracking
from services.forms.submissions.calendars import calendar_of
from services.forms.submissions.citizen_texts import CitizenTexts
from services.forms.submissions.contacts import whom_to_ask
from services.forms.submissions.fees import fees_owed
from services.forms.submissions.localized_names import service_title
from services.forms.submissions.owner_status import owner_status
from services.forms.submissions.paper_requests import PaperRequest, open_requests
from services.forms.submissions.results import result_of
from services.forms.submissions.submission_context import submission_context
from services.forms.submissions.timeline import owner_timeline
from services.forms.uploads import upload_notices
from services.forms.uploads.form_files import FileInputs
from services.forms.views.guard import own_submission, seen_revision
from services.forms.views.rating import rating_context


class WithdrawalForm(PortalForm):
    """Why a dossier is withdrawn; nobody has to say."""

    reason = TextField(label=gettext_lazy("Why do you withdraw it?"), required=False, max_length=2000)


class ReplyForm(PortalForm):
    """A word to the agency beside the papers it asked for."""

    note = TextField(label=gettext_lazy("Note to the agency"), required=False, max_length=5000)


def show(request: AuthenticatedHttpRequest, submission: Submission) -> HttpResponse:
    prefetch_related_objects([submission], "events")
    words, calendar = CitizenTexts([submission.service_key]), calendar_of(submission, request)
    history = owner_timeline(submission, words)[::-1]
    sent, events = submission.attachments.filter(claimed_at__isnull=False), submission.events.all()
    place = whom_to_ask(submission)
    fees = fees_owed(submission, events, place.ask)
    context = {
        **submission_context(submission, files=sent, history=history, calendar=calendar, events=events),
        "title": service_title(submission, reader_language()),
        "status": owner_status(submission, words, has_fees=fees is not None),
        "result": result_of(submission, submission.version.form(reader_language()), history, calendar),
        "fees": fees,
        "place": place,
        "pin": tracking.format_tracking_code(tracking.tracking_code_of(submission)),
        "rating": rating_context(submission),
        "may_withdraw": Transition.WITHDRAW in _open_to_owner(submission),
    }
    return render(request, "services/forms/submission.html", context)


def _open_to_owner(submission: Submission) -> set[Transition]:
    accepted = submission.accepted_at is not None
    return {spec.name for spec in open_transitions(State(submission.state), Actor.CITIZEN, accepted=accepted)}


@require_http_methods(["GET", "HEAD", "POST"])
@own_submission
def withdraw(request: AuthenticatedHttpRequest, submission: Submission) -> HttpResponse:
    """Ask once more, then withdraw."""
    if Transition.WITHDRAW not in _open_to_owner(submission):
        return _ended(request, submission)
    form = WithdrawalForm(request.POST) if request.method == "POST" else with_kept(request, WithdrawalForm())
    if request.method == "POST":
        return _withdrawn(request, submission, form)
    words = _(
        "The agency stops working on it. A withdrawn application cannot be taken up again; you would file a new one."
    )
    return _asked(request, submission, form, _("Withdraw this application"), words, _("Withdraw it"))


def _withdrawn(request: AuthenticatedHttpRequest, submission: Submission, form: WithdrawalForm) -> HttpResponse:
    """Do it, or lead back to the question with what stands in the way."""
    if not form.is_valid():
        return see_again(request, form)
    told = {"revision": seen_revision(request), "reason": form.cleaned_data["reason"]}
    try:
        actions.withdraw(submission=submission, by=request.user, **told)
    except IllegalTransition:
        return _ended(request, submission)
    except StaleRevision:
        return see_again(request, form, refusal=_("The application has changed. Look at it again before you go on."))
    return redirect("submission", pk=submission.pk)


def _ended(request: AuthenticatedHttpRequest, submission: Submission) -> HttpResponse:
    """Lead to the dossier; FormGone when a reason was typed that no withdrawal took along."""
    given = set(submission.events.filter(move=Transition.WITHDRAW).values_list("reason", flat=True))
    if not given.issuperset(typed_texts(request.POST)):
        reason = _("The application has ended in the meantime; it can no longer be withdrawn.")
        raise FormGone(reason, at=reverse("submission", args=[submission.pk]))
    return redirect("submission", pk=submission.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@own_submission
def delete(request: AuthenticatedHttpRequest, submission: Submission) -> HttpResponse:
    """Ask once more, then delete a draft; what was filed stays."""
    if not submission.is_draft:
        return redirect("submission", pk=submission.pk)
    if request.method == "POST":
        try:
            actions.remove_draft(submission=submission, by=request.user, revision=seen_revision(request))
        except StaleRevision:
            return see_again(request, refusal=_("The draft has changed. Look at it again before you delete it."))
        return redirect("submissions")
    words = _("Your answers and files in this draft are deleted and cannot be brought back.")
    return _asked(request, submission, PortalForm(), _("Delete this draft"), words, _("Delete it"))


def _asked(
    request: AuthenticatedHttpRequest, submission: Submission, form: PortalForm, title: str, words: str, button: str
) -> HttpResponse:
    context = {
        "submission": submission,
        "form": form,
        "refusal": kept_posts.told(request, "refusal", ""),
        "title": title,
        "words": words,
        "button": button,
    }
    return render(request, "services/forms/confirm.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@own_submission
def supplement(request: AuthenticatedHttpRequest, submission: Submission) -> HttpResponse:
    """Reply to a request for papers: files for each, then one press sends them all."""
    asked = open_requests(submission)
    if not asked:
        return _nothing_asked(request, submission)
    inputs = FileInputs(submission, [paper.question for paper in asked])
    form = ReplyForm(request.POST) if request.method == "POST" else with_kept(request, ReplyForm())
    if request.method == "POST":
        inputs.take_for([paper.question for paper in asked], request)
        if told := _replied(request, submission, form, inputs):
            return see_again(request, form, place=inputs.place, loses_files=False, **told)
        return redirect("submission", pk=submission.pk)
    inputs.errors.update(kept_posts.told(request, "file_errors", {}))
    notices = upload_notices.told(request, submission)
    context = {
        "title": _("Send the documents asked for"),
        "submission": submission,
        "requests": asked,
        "parts": [_part(paper, inputs, notices) for paper in asked],
        "notices": [sentence for sentences in notices.values() for sentence in sentences],
        "inputs": inputs,
        "form": form,
        "stands_in_the_way": kept_posts.told(request, "stands_in_the_way", ""),
    }
    return render(request, "services/forms/supplement.html", context)


def _part(paper: PaperRequest, inputs: FileInputs, notices: Mapping[str, list[str]]) -> dict[str, Any]:
    """Return a paper that was asked for, as the page of a step shows one."""
    return {
        "question": Question(paper.question, Kind.FILES.value, paper.name),
        "reason": paper.reason,
        "files": inputs.by_question.get(paper.question, []),
        "errors": inputs.errors.get(paper.question, []),
        "notices": notices.get(paper.question, []),
    }


def _replied(
    request: AuthenticatedHttpRequest, submission: Submission, form: ReplyForm, inputs: FileInputs
) -> dict[str, Any]:
    """Return what the page says when the reply was not sent; nothing when it was."""
    if inputs.was_pressed or inputs.has_errors or not form.is_valid():
        return {"file_errors": inputs.errors}
    told = {"revision": seen_revision(request), "note": form.cleaned_data["note"]}
    try:
        actions.hand_in(submission=submission, by=request.user, **told)
    except IllegalTransition:
        _nothing_asked(request, submission)
    except StaleRevision:
        return {"stands_in_the_way": "stale"}
    except Incomplete as refusal:
        return {"file_errors": {key: list(map(str, texts)) for key, texts in refusal.errors.items()}}
    except FilesPending:
        return {"stands_in_the_way": "pending"}
    return {}


def _nothing_asked(request: AuthenticatedHttpRequest, submission: Submission) -> HttpResponse:
    """Lead to the dossier; FormGone when a note was typed that no reply took along."""
    notes = set(submission.events.filter(move__in=REPLIES).values_list("reason", flat=True))
    if not notes.issuperset(typed_texts(request.POST)):
        reason = _("No documents are asked for any more: they were sent already, perhaps from another window.")
        raise FormGone(reason, at=reverse("submission", args=[submission.pk]))
    return redirect("submission", pk=submission.pk)
