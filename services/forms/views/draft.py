"""A draft as a list of what is to do; from here every part is reached, and a newer form is offered."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import AuthenticatedHttpRequest
from core.i18n import reader_language
from services.forms import actions
from services.forms.answering.tasks import next_task, tasks_of
from services.forms.form_versions.comparison import carried_over, fits
from services.forms.form_versions.routing import service_of
from services.forms.form_versions.versions import freeze, open_version
from services.forms.models import FormVersion, Submission
from services.forms.rules.exceptions import StaleRevision
from services.forms.uploads.form_files import FileInputs
from services.forms.views.agency import may_change_agency
from services.forms.views.guard import own_draft, seen_revision


@dataclass(frozen=True)
class Newer:
    """A newer form, and the answers that no longer fit it, by their labels."""

    version: FormVersion
    lost: list[str]


def show(request: AuthenticatedHttpRequest, submission: Submission) -> HttpResponse:
    """Return the task list."""
    form = submission.version.form(reader_language())
    answers = submission.answers | FileInputs(submission).answers
    tasks = tasks_of(submission, form, answers)
    following = next_task(tasks)
    context = {
        "title": _("Your application"),
        "draft": submission,
        "tasks": tasks,
        "done_count": sum(task.is_done for task in tasks),
        "is_ready": following is None,
        "next_step": following.step if following else None,
        "ends_on": timezone.localdate(submission.changed_at + timedelta(days=settings.DRAFT_DAYS)),
        "speaks": submission.version.speaks(reader_language()),
        "newer": newer_form(submission),
        "may_change_agency": may_change_agency(submission),
    }
    return render(request, "services/forms/draft.html", context)


def newer_form(submission: Submission) -> Newer | None:
    """Return the form as it is now, if it is another than the draft was begun with."""
    service = service_of(submission.service_key)
    version = open_version(service) if service else None
    if version is None or version.sha256 == submission.version.sha256:
        return None
    old = submission.version.form(reader_language())
    gone = fits(version.form(), submission.answers)
    labels = [question.label for key in gone if (question := old.question(key))]
    return Newer(version, labels)


@require_http_methods(["GET", "HEAD", "POST"])
@own_draft
def update(request: AuthenticatedHttpRequest, submission: Submission) -> HttpResponse:
    """Go on with the newer form; what still fits is carried over. A look at it leads to the draft."""
    service = service_of(submission.service_key)
    newer = newer_form(submission)
    if request.method == "POST" and service and newer:
        version = freeze(service)
        answers = carried_over(submission.version.form(), version.form(), submission.answers)
        try:
            actions.move_to_version(
                submission=submission,
                by=request.user,
                version=version,
                answers=answers,
                saved_steps=submission.saved_steps,
                revision=seen_revision(request),
            )
        except StaleRevision:
            messages.warning(request, _("The draft has changed meanwhile. Look at it again before you go on."))
    return redirect("submission", pk=submission.pk)
