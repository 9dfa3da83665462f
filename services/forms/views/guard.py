"""Who gets to a page of a submission: its owner, logged in; to anybody else it does not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from core.form_gone import FormGone, typed_texts
from core.i18n import reader_language
from services.forms.models import Submission
from services.forms.rules.exceptions import NotADraft, NotAllowed

View = Callable[..., HttpResponseBase]


def to_login(request: HttpRequest, back: str = "") -> HttpResponseBase:
    """Off to the log-in, and back afterwards: to the address asked for, unless another is given."""
    return redirect_to_login(back or request.get_full_path(), login_url=reverse("account_login"))


def signed_in(view: View) -> View:
    """Return the view, which asks for a log-in first."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs) if request.user.is_authenticated else to_login(request)

    return guarded


def own_submission(view: View) -> View:
    """Gives the view the submission in the place of its number."""

    @wraps(view)
    def guarded(request: HttpRequest, pk: UUID, **kwargs: Any) -> HttpResponseBase:
        mine = Submission.objects.owned_by(request.user).select_related("version")
        if reader_language() != settings.LANGUAGE_CODE:
            mine = mine.prefetch_related("version__words")  # the form itself is in the source language
        found = get_object_or_404(mine, pk=pk)
        try:
            return view(request, found, **kwargs)
        except (NotAllowed, Submission.DoesNotExist) as gone:  # deleted in another window at the same moment
            raise Http404 from gone
        except NotADraft as filed:  # or sent
            return filed_already(request, filed.submission)

    return signed_in(guarded)


def own_draft(view: View) -> View:
    """Return the same for what is still a draft; what was filed meanwhile leads to its page."""

    @wraps(view)
    def guarded(request: HttpRequest, submission: Submission, **kwargs: Any) -> HttpResponseBase:
        return view(request, submission, **kwargs) if submission.is_draft else filed_already(request, submission)

    return own_submission(guarded)


def filed_already(request: HttpRequest, submission: Submission) -> HttpResponseBase:
    """Lead to the page of a dossier that is a draft no more; FormGone when something typed did not go along."""
    if any(text not in str(submission.answers) for text in typed_texts(request.POST)):
        reason = _("This application was filed in the meantime, perhaps in another window.")
        raise FormGone(reason, at=reverse("submission", args=[submission.pk]))
    return redirect("submission", pk=submission.pk)


def seen_revision(request: HttpRequest) -> int:
    """Return the revision the person had on the screen, as the form says; 0, which none ever is, for anything else."""
    text = request.POST.get("revision", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
