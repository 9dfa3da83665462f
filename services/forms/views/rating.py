"""Rating a dossier: the form stands on its page; this view takes it, and shows it again while something is wrong."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from accounts.requests import AuthenticatedHttpRequest
from core.form_gone import FormGone
from core.forms import PortalForm, TextField
from core.kept_posts import see_again, with_kept
from services.forms import actions
from services.forms.models import Submission
from services.forms.rules.workflow import IllegalTransition
from services.forms.submissions.ratings import LONGEST_COMMENT, WORDS, changeable_until, may_rate, rating_of
from services.forms.views.guard import own_submission


class RatingForm(PortalForm):
    """A number from 1 to 5, and a word about it that nobody has to write."""

    score = forms.TypedChoiceField(
        label=gettext_lazy("How content are you with the way your application was handled?"),
        choices=list(WORDS.items()),
        coerce=int,
        widget=forms.RadioSelect,
    )
    comment = TextField(
        label=gettext_lazy("What was good, what should be better?"),
        help_text=gettext_lazy(
            "The head of the agency reads it, without your name and the code of the application. It is not published."
        ),
        required=False,
        max_length=LONGEST_COMMENT,
    )


def rating_context(submission: Submission) -> dict[str, Any]:
    """Return what the page of a dossier shows of it; empty before the agency has answered."""
    given = rating_of(submission)
    is_open = may_rate(submission, given)
    if given is None and not is_open:
        return {}
    first = {"score": given.score, "comment": given.comment} if given else {}
    return {
        "given": given,
        "words": WORDS[given.score] if given else "",
        "until": changeable_until(given) if given and is_open else None,
        "form": RatingForm(initial=first, auto_id="rating_%s") if is_open else None,
    }


@require_http_methods(["GET", "HEAD", "POST"])
@own_submission
def rating(request: AuthenticatedHttpRequest, submission: Submission) -> HttpResponse:
    """Give it or change it."""
    shown = rating_context(submission)
    if not shown.get("form"):
        return _too_late(request, submission)
    form = RatingForm(request.POST if request.method == "POST" else None, initial=shown["form"].initial)
    if request.method == "POST":
        if not form.is_valid():
            return see_again(request, form)
        try:
            actions.rate(submission=submission, by=request.user, **form.cleaned_data)
        except IllegalTransition:
            return _too_late(request, submission)
        messages.success(request, _("Thank you, your rating has been kept."))
        return redirect("submission", pk=submission.pk)
    context = {
        "title": _("Rate how the application was handled"),
        "button": _("Send the rating"),
        "submission": submission,
        "form": with_kept(request, form),
    }
    return render(request, "services/forms/confirm.html", context)


def _too_late(request: AuthenticatedHttpRequest, submission: Submission) -> HttpResponse:
    """Lead to the dossier, which cannot be rated (any more); FormGone when a word was typed for it."""
    overview = reverse("submission", args=[submission.pk])
    if request.method == "POST":
        raise FormGone(_("The time for rating this application has ended."), at=overview)
    return redirect(overview)
