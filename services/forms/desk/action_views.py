"""Something is done with one dossier. What was typed stays on the page whatever stands in the way."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import AuthenticatedHttpRequest
from core.kept_posts import kept_post, see_again, status_of, told, with_kept
from services.forms.desk.desk_actions import BY_NAME, DeskAction, open_actions
from services.forms.desk.forms import ActionForm
from services.forms.desk.guard import officer_submission
from services.forms.desk.workplace import Workplace
from services.forms.models import Submission
from services.forms.rules.exceptions import Incomplete, ReasonMissing, StaleRevision
from services.forms.rules.workflow import Actor, IllegalTransition
from services.forms.submissions.permissions import require
from services.forms.uploads.exceptions import Refusal as FileRefused
from services.forms.uploads.refusal_texts import sentence
from services.forms.views.guard import seen_revision


@require_http_methods(["GET", "HEAD", "POST"])
@officer_submission
def act(request: AuthenticatedHttpRequest, desk: Workplace, submission: Submission, name: str) -> HttpResponseBase:
    """Ask what is needed for it, then do it."""
    found = BY_NAME.get(name)
    if found is None:
        raise Http404
    require(desk.user, submission, Actor.OFFICER, found.permission)
    if request.method != "POST":
        is_open, kept = found in open_actions(desk.user, submission), kept_post(request)
        form = with_kept(request, found.form(submission, desk.user))
        return (
            _page(request, desk, submission, found, form)
            if is_open or kept
            else redirect("desk_dossier", pk=submission.pk)
        )
    return _done(request, desk, submission, found, found.form(submission, desk.user, request.POST, request.FILES))


def _done(
    request: AuthenticatedHttpRequest, desk: Workplace, submission: Submission, found: DeskAction, form: ActionForm
) -> HttpResponseBase:
    """Do it, and where that leads: to the form again, which says why, when it could not be done."""
    if not form.is_valid():
        return see_again(request, form, revision=seen_revision(request))
    try:
        found.run(submission=submission, by=desk.user, revision=seen_revision(request), **form.arguments)
    except (StaleRevision, IllegalTransition):
        return _too_late(request, desk, submission, form)
    except (Incomplete, ReasonMissing, FileRefused) as refused:
        _say(form, _errors_of(refused))
        return see_again(request, form, revision=seen_revision(request))
    messages.success(request, _("%(code)s: %(act)s – done.") % {"code": submission.code, "act": found.title})
    is_here = desk.submissions.filter(pk=submission.pk).exists()
    return redirect("desk_dossier", pk=submission.pk) if is_here else redirect("desk_new")


def _too_late(request: AuthenticatedHttpRequest, desk: Workplace, seen: Submission, form: ActionForm) -> HttpResponse:
    """409: somebody was faster. What was typed stays; the button too, if the act is still open."""
    now = desk.submissions.get(pk=seen.pk)
    return see_again(request, form, status=HTTPStatus.CONFLICT, revision=now.revision)


def _errors_of(refused: Exception) -> Mapping[str, Sequence[str]]:
    """Return what an action refused, by the place it speaks of."""
    match refused:
        case Incomplete():
            return refused.errors
        case ReasonMissing():
            return {place: [_("Give a reason.")] for place in refused.places}
        case FileRefused():
            return {"result": [sentence(refused)]}
    raise refused


def _say(form: ActionForm, errors: Mapping[str, Sequence[str]]) -> None:
    """Put what the action said beside the fields it speaks of."""
    for place, texts in errors.items():
        field = next((name for name in (place, f"reason-{place}") if name in form.fields), None)
        for text in texts:
            form.add_error(field, text)


def _page(
    request: AuthenticatedHttpRequest, desk: Workplace, submission: Submission, found: DeskAction, form: ActionForm
) -> HttpResponse:
    status, kept = status_of(request), kept_post(request)
    revision = kept.fields.get("revision") if kept and kept.is_unsent else told(request, "revision")
    context: dict[str, Any] = {
        "title": found.title,
        "submission": submission,
        "revision": submission.revision if revision is None else revision,
        "act": found,
        "form": form,
        "is_late": status == HTTPStatus.CONFLICT,
        "is_open": found in open_actions(desk.user, submission),
    }
    return render(request, "services/forms/desk/action.html", context, status=status)
