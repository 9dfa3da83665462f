"""My dossiers: drafts, what is under way, what has ended, and what is new."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import Profile
from services.addresses import list_url
from services.forms import selectors
from services.forms.models import Attachment, Submission
from services.forms.uploads.serving import response_for
from services.forms.views import case, draft
from services.forms.views.guard import own_submission, signed_in


@require_safe
@signed_in
def submissions(request: HttpRequest) -> HttpResponse:
    """Everything a person has begun or filed, what needs her first."""
    seen = Profile.objects.of(request.user).seen_notices_at
    context = {
        "title": _("My dossiers"),
        "drafts": selectors.own(request.user, part="drafts"),
        "open": selectors.own(request.user, part="open"),
        "ended": selectors.own(request.user, part="ended"),
        "services_url": f"{list_url(request)}?level=3",
        "notices": selectors.notices(request.user, seen_until=seen),
    }
    return render(request, "services/forms/submissions.html", context)


@require_safe
@own_submission
def submission(request: HttpRequest, found: Submission) -> HttpResponse:
    """The task list of a draft, the page of what was filed."""
    return draft.show(request, found) if found.is_draft else case.show(request, found)


@require_safe
@own_submission
def file(request: HttpRequest, found: Submission, attachment: UUID) -> HttpResponse:
    """A file of one's own, as a download."""
    files = Attachment.objects.visible_to(request.user).filter(submission=found)
    return response_for(get_object_or_404(files, pk=attachment))
