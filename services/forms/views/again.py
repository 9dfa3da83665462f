"""Filing again: from a dossier that was withdrawn, stopped or refused to a new draft that begins with its answers."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import AuthenticatedHttpRequest
from core.i18n import reader_language
from services.forms import actions
from services.forms.models import Submission
from services.forms.rules.exceptions import NotOpen, TooManyDrafts
from services.forms.views.guard import own_submission
from services.forms.views.privacy_notice import PRIVACY_VERSION


@require_http_methods(["GET", "HEAD", "POST"])
@own_submission
def again(request: AuthenticatedHttpRequest, submission: Submission) -> HttpResponse:
    """Begin the new draft, once however often it is pressed. A look at it leads to the dossier."""
    if request.method != "POST":
        return redirect("submission", pk=submission.pk)
    try:
        draft = actions.file_again(
            submission=submission, by=request.user, language=reader_language(), privacy_version=PRIVACY_VERSION
        )
    except NotOpen as refusal:
        reasons = refusal.reasons or [_("The agency takes no applications for this service online at the moment.")]
        messages.warning(request, " ".join(reasons))
    except TooManyDrafts:
        words = _("You have %(count)d drafts already. Finish or delete one before you begin another.")
        messages.warning(request, words % {"count": settings.MAX_DRAFTS})
    else:
        return redirect("submission", pk=draft.pk)
    return redirect("submission", pk=submission.pk)
