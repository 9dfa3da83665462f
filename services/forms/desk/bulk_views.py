"""Several dossiers of a queue at once: accept them, or give them to an officer. Each is an action of its own."""

from collections.abc import Iterator
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounts.models import User
from accounts.requests import AuthenticatedHttpRequest
from core.kept_posts import see_again
from core.paging import query_string
from services.forms import actions
from services.forms.desk.guard import handler
from services.forms.desk.queue_filters import PER_PAGE
from services.forms.desk.queues import BY_NAME
from services.forms.desk.workplace import Workplace
from services.forms.models import Submission
from services.forms.rules.exceptions import SubmissionError
from services.forms.rules.transition_spec import Transition
from services.forms.rules.workflow import Actor, IllegalTransition


@require_http_methods(["GET", "HEAD", "POST"])
@handler
def together(request: AuthenticatedHttpRequest, desk: Workplace) -> HttpResponse:
    """Do it to those that were ticked, and say which were not done; then back to the queue as it was looked at.

    A look at it, as after a log-in, leads to the queue.
    """
    if request.method != "POST":
        return redirect(_back(request))
    chosen = dict(_chosen(request.POST.getlist("chosen")[:PER_PAGE]))
    rows = list(desk.submissions.filter(pk__in=chosen))
    person = _colleague(desk, request.POST.get("to", ""))
    if not rows:
        messages.warning(request, _("Tick at least one application."))
        return see_again(request, at=_back(request))
    if "assign" in request.POST and person is None:
        messages.warning(request, _("Choose the officer."))
        return see_again(request, at=_back(request))
    _do_all(request, desk, rows, chosen, person if "assign" in request.POST else None)
    return redirect(_back(request))


def _do_all(
    request: AuthenticatedHttpRequest,
    desk: Workplace,
    rows: list[Submission],
    chosen: dict[UUID, int],
    person: User | None,
) -> None:
    late = []
    for row in rows:
        try:
            _do(row, by=desk.user, revision=chosen[row.pk], person=person)
        except (SubmissionError, IllegalTransition, Submission.DoesNotExist):
            late.append(row.code)
    if done := len(rows) - len(late):
        words = ngettext("%(count)d application done.", "%(count)d applications done.", done)
        messages.success(request, words % {"count": done})
    if late:
        words = _("Not done, because they have changed or you may not: %(codes)s. Look at them one by one.")
        messages.warning(request, words % {"codes": ", ".join(map(str, late))})


def _do(row: Submission, *, by: User, revision: int, person: User | None) -> None:
    """Give it to that person; without one, accept it."""
    if person is None:
        name = Transition.ACCEPT
        actions.perform_transition(submission=row, name=name, by=by, role=Actor.OFFICER, revision=revision)
    else:
        actions.assign(submission=row, by=by, revision=revision, to=person)


def _chosen(tickets: list[str]) -> Iterator[tuple[UUID, int]]:
    """Yield the numbers with the revisions that were seen; what is none is passed over."""
    for ticket in tickets:
        key, _colon, revision = ticket.partition(":")
        if revision.isascii() and revision.isdigit() and len(revision) < 10:
            try:
                yield UUID(key), int(revision)
            except ValueError:
                continue


def _colleague(desk: Workplace, key: str) -> User | None:
    return next((person for person in desk.colleagues if str(person.pk) == key), None)


def _back(request: AuthenticatedHttpRequest) -> str:
    """Return the queue it came from, with its filters."""
    queue = BY_NAME.get(request.GET.get("queue", ""), BY_NAME["new"])
    kept = {name: str(value) for name, value in request.GET.items() if name != "queue"}
    return reverse(queue.route) + query_string(kept)
