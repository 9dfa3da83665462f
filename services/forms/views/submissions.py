"""My dossiers: drafts, what is under way, what has ended, and what is new."""

from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import Profile
from accounts.requests import AuthenticatedHttpRequest
from core.i18n import reader_language
from services.forms.audit import audit_log
from services.forms.models import Attachment, Submission
from services.forms.submissions import queries
from services.forms.uploads.serving import response_for
from services.forms.views import draft
from services.forms.views import submission as submission_page
from services.forms.views.guard import own_submission, signed_in
from services.forms.views.submission_list import submission_rows
from services.models.addresses import list_url

PARTS = ("drafts", "open", "ended")


@require_safe
@signed_in
def submissions(request: AuthenticatedHttpRequest) -> HttpResponse:
    """Return everything a person has begun or filed, what needs them first."""
    seen_at = Profile.objects.of(request.user).seen_notices_at
    notices = queries.notices(request.user, seen_until=seen_at)
    context = {
        "title": _("My applications"),
        **{part: submission_rows(queries.for_owner(request.user, part=part), reader_language()) for part in PARTS},
        "services_url": f"{list_url(request)}?level=3",
        "notices": notices,
        "has_new": any(notice.is_new for notice in notices),
    }
    return render(request, "services/forms/submissions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def seen(request: AuthenticatedHttpRequest) -> HttpResponse:
    """Return the news have been read; later ones are new. A look at it leads to them."""
    if request.method == "POST":
        Profile.objects.update_or_create(user=request.user, defaults={"seen_notices_at": timezone.now()})
    return redirect("submissions")


@require_safe
@own_submission
def submission(request: AuthenticatedHttpRequest, found: Submission) -> HttpResponse:
    """Return the task list of a draft, the page of what was filed."""
    return draft.show(request, found) if found.is_draft else submission_page.show(request, found)


@require_safe
@own_submission
def file(request: AuthenticatedHttpRequest, found: Submission, attachment: UUID) -> HttpResponseBase:
    """Return a file of one's own, as a download."""
    files = Attachment.objects.owned_by(request.user).filter(submission=found)
    found_file = get_object_or_404(files, pk=attachment)
    response = response_for(found_file)
    audit_log.record(actor=request.user, action="file.download", submission=found, detail={"file": found_file.pk})
    return response
