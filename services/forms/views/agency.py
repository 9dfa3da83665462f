"""A draft changes to another agency of its service; what was answered stays."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import AuthenticatedHttpRequest
from core.kept_posts import see_again, told, with_kept
from services.forms import actions
from services.forms.form_versions.communes import stands_for_communes
from services.forms.form_versions.routing import open_agencies, service_of
from services.forms.models import Submission
from services.forms.rules.exceptions import NotOpen, StaleRevision
from services.forms.views.agency_form import AgencyForm
from services.forms.views.guard import own_draft, seen_revision


@require_http_methods(["GET", "HEAD", "POST"])
@own_draft
def agency(request: AuthenticatedHttpRequest, submission: Submission) -> HttpResponse:
    """Choose among the agencies that are open today; where there is no other, back to the draft."""
    if not may_change_agency(submission):
        return redirect("submission", pk=submission.pk)
    service = service_of(submission.service_key)
    agencies = open_agencies(service) if service else []
    form = with_kept(request, AgencyForm(agencies, request, now=submission.agency_key))
    if request.method == "POST":
        return _changed(request, submission, form)
    context = {
        "title": _("Choose another agency"),
        "submission": submission,
        "form": form,
        "refusal": told(request, "refusal", ""),
        "words": _("Your answers and files stay as they are."),
        "button": _("Choose this agency"),
    }
    return render(request, "services/forms/confirm.html", context)


def _changed(request: AuthenticatedHttpRequest, submission: Submission, form: AgencyForm) -> HttpResponse:
    """Back to the draft, or to the choice with what stands in the way."""
    if not form.is_valid():
        return see_again(request, form)
    to = form.chosen.department.translation_key
    try:
        actions.change_agency(submission=submission, by=request.user, revision=seen_revision(request), to=to)
    except StaleRevision:
        return see_again(request, form, refusal=_("The draft has changed. Look at it again before you go on."))
    except NotOpen:
        refusal = _("This agency takes no applications here any more. Choose another one.")
        return see_again(request, form, refusal=refusal)
    return redirect("submission", pk=submission.pk)


def may_change_agency(submission: Submission) -> bool:
    """Return whether another agency of the service takes dossiers today."""
    service = service_of(submission.service_key)
    agencies = open_agencies(service) if service else []
    others = [row for row in agencies if row.department.translation_key != submission.agency_key]
    return bool(others) or any(stands_for_communes(row.department) for row in agencies)
