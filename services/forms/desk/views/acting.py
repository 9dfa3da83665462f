"""Something is done with one dossier. What was typed stays on the page whatever stands in the way."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from services.forms.desk.acts import BY_NAME, Act, open_acts
from services.forms.desk.desk import Desk
from services.forms.desk.forms import ActForm
from services.forms.desk.guard import dossier
from services.forms.models import Submission
from services.forms.permissions import require
from services.forms.refusals import Incomplete, ReasonMissing, StaleRevision
from services.forms.uploads.refusal import Refusal as FileRefused
from services.forms.uploads.words import sentence
from services.forms.views.guard import seen_revision
from services.forms.workflow import Actor, IllegalMove


@require_http_methods(["GET", "HEAD", "POST"])
@dossier
def act(request: HttpRequest, desk: Desk, submission: Submission, name: str) -> HttpResponseBase:
    """Ask what is needed for it, then do it."""
    found = BY_NAME.get(name)
    if found is None:
        raise Http404
    require(request.user, submission, Actor.OFFICER, found.needs)
    if request.method != "POST":
        is_open = found in open_acts(request.user, submission)
        form = found.form(submission, request.user)
        return _page(request, submission, found, form) if is_open else redirect("desk_dossier", pk=submission.pk)
    form = found.form(submission, request.user, request.POST, request.FILES)
    return _done(request, desk, submission, found, form) or _page(request, submission, found, form)


def _done(
    request: HttpRequest, desk: Desk, submission: Submission, found: Act, form: ActForm
) -> HttpResponseBase | None:
    """Do it, and where that leads; None when the form has to be looked at again, which says why."""
    if not form.is_valid():
        return None
    try:
        found.run(submission=submission, by=request.user, revision=seen_revision(request), **form.told)
    except (StaleRevision, IllegalMove):
        return _too_late(request, desk, submission, found, form)
    except (Incomplete, ReasonMissing, FileRefused) as refused:
        _say(form, _errors_of(refused))
        return None
    messages.success(request, _("%(code)s: %(act)s – done.") % {"code": submission.code, "act": found.title})
    is_here = desk.submissions.filter(pk=submission.pk).exists()
    return redirect("desk_dossier", pk=submission.pk) if is_here else redirect("desk_new")


def _too_late(request: HttpRequest, desk: Desk, seen: Submission, found: Act, form: ActForm) -> HttpResponse:
    """409: somebody was faster. What was typed stays; the button too, if the act is still open."""
    now = desk.submissions.select_related("version", "assigned_to").get(pk=seen.pk)
    return _page(request, now, found, form, is_late=True)


def _errors_of(refused: Exception) -> Mapping[str, Sequence[str]]:
    """What an action refused, by the place it speaks of."""
    match refused:
        case Incomplete():
            return refused.errors
        case ReasonMissing():
            return {place: [_("Give a reason.")] for place in refused.places}
        case FileRefused():
            return {"result": [sentence(refused)]}
    raise refused


def _say(form: ActForm, errors: Mapping[str, Sequence[str]]) -> None:
    """Put what the action said beside the fields it speaks of."""
    for place, texts in errors.items():
        field = next((name for name in (place, f"reason-{place}") if name in form.fields), None)
        for text in texts:
            form.add_error(field, text)


def _page(
    request: HttpRequest, submission: Submission, found: Act, form: ActForm, *, is_late: bool = False
) -> HttpResponse:
    context: dict[str, Any] = {
        "title": found.title,
        "submission": submission,
        "act": found,
        "form": form,
        "is_late": is_late,
        "is_open": found in open_acts(request.user, submission),
    }
    return render(request, "services/forms/desk/act.html", context, status=409 if is_late else 200)
