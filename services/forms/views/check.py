"""The last page of a draft: everything once more, the declaration, and the button that sends it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from accounts.requests import AuthenticatedHttpRequest
from core import kept_posts
from core.forms import PortalForm
from core.i18n import reader_language
from services.forms import actions
from services.forms.answering.display import displayed_answers
from services.forms.answering.tasks import next_task, tasks_of
from services.forms.definition.questions import Form
from services.forms.models import Submission
from services.forms.rules.exceptions import FilesPending, Incomplete, NotOpen, StaleRevision
from services.forms.uploads.form_files import FileInputs
from services.forms.views.guard import own_draft, own_submission, seen_revision
from services.forms.views.privacy_notice import PRIVACY_VERSION
from services.forms.views.public_pages import apply_url


class DeclarationForm(PortalForm):
    """The tick without which nothing is sent."""

    declared = forms.BooleanField(
        label=gettext_lazy("I have read the declaration and agree."),
        error_messages={"required": gettext_lazy("Tick the declaration before you send the application.")},
    )


@dataclass(frozen=True)
class BlockingFault:
    """What stands in the way of sending, and where it is put right."""

    text: str
    url: str


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Show everything, or send it. Pressed twice, it leads to the same receipt twice."""
    return _send(request, pk) if request.method == "POST" else _show(request, pk)


@own_draft
def _show(request: AuthenticatedHttpRequest, submission: Submission) -> HttpResponseBase:
    form = submission.version.form(reader_language())
    inputs = FileInputs(submission)
    missing = next_task(tasks_of(submission, form, submission.answers | inputs.answers))
    faults = [BlockingFault(**each) for each in kept_posts.told(request, "faults", [])]
    if missing and not faults:
        return redirect("submission_step", pk=submission.pk, step=missing.step.key)
    return _page(request, submission, kept_posts.with_kept(request, DeclarationForm()), faults)


@own_submission
def _send(request: AuthenticatedHttpRequest, submission: Submission) -> HttpResponseBase:
    declaration = DeclarationForm(request.POST)
    if submission.is_draft and not declaration.is_valid():
        return kept_posts.see_again(request, declaration)
    try:
        actions.submit(
            submission=submission,
            by=request.user,
            revision=seen_revision(request),
            declared=True,
            privacy_version=PRIVACY_VERSION,
        )
    except StaleRevision:
        return kept_posts.see_again(request, stale=True)
    except (Incomplete, FilesPending, NotOpen) as refusal:
        faults = [asdict(fault) for fault in _faults(request, submission, refusal)]
        return kept_posts.see_again(request, faults=faults)
    return redirect("submission_receipt", pk=submission.pk)


def _faults(request: AuthenticatedHttpRequest, submission: Submission, refusal: Exception) -> list[BlockingFault]:
    """Return what a refusal says, and where it is put right."""
    match refusal:
        case Incomplete():
            return _missing(submission, submission.version.form(reader_language()), refusal)
        case FilesPending():
            words = _("A file is still being checked for viruses. Wait a few minutes, then send the application again.")
            return [BlockingFault(words, request.path)]
        case NotOpen():
            reasons = refusal.reasons or [_("The agency takes no applications for this service online at the moment.")]
            return [BlockingFault(str(text), request.path) for text in reasons]
    raise refusal


def _missing(submission: Submission, form: Form, refusal: Incomplete) -> list[BlockingFault]:
    found = [
        BlockingFault(str(text), _place(submission, form, place))
        for place, texts in refusal.errors.items()
        for text in texts
    ]
    headings = {step.key: step.heading for step in form.steps}
    unsaved = _("Not finished: %(part)s")
    found += [
        BlockingFault(unsaved % {"part": headings[key]}, reverse("submission_step", args=[submission.pk, key]))
        for key in refusal.steps
        if key in headings
    ]
    return found or [BlockingFault(_("Something is missing. Look at every part once more."), _overview(submission))]


def _place(submission: Submission, form: Form, place: str) -> str:
    """Return the step where the answer at that place is given."""
    for step in form.steps:
        if any(place == question.key or place.startswith(f"{question.key}-") for question in step.questions):
            return f"{reverse('submission_step', args=[submission.pk, step.key])}?check"
    return _overview(submission)


def _overview(submission: Submission) -> str:
    return reverse("submission", args=[submission.pk])


def _page(
    request: AuthenticatedHttpRequest,
    submission: Submission,
    declaration: DeclarationForm,
    faults: Sequence[BlockingFault] = (),
) -> HttpResponseBase:
    form = submission.version.form(reader_language())
    inputs = FileInputs(submission)
    context: Mapping[str, Any] = {
        "title": _("Check your answers and send"),
        "draft": submission,
        "sections": displayed_answers(form, submission.answers | inputs.answers, files=inputs.names),
        "form": declaration,
        "errors": [
            *faults,
            *(BlockingFault(str(error), "#id_declared") for error in declaration.errors.get("declared", [])),
        ],
        "stale": kept_posts.told(request, "stale", False),
        "apply_url": apply_url(submission.service_key),
    }
    return render(request, "services/forms/check.html", context)
