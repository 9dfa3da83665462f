"""Who gets to the desk: officers, logged in. To anybody else it does not exist, nor another department's dossier."""

from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404

from accounts.requests import AuthenticatedHttpRequest
from services.forms.desk.workplace import Workplace
from services.forms.models import Submission
from services.forms.rules.exceptions import NotAllowed
from services.forms.views.guard import View, signed_in


def officer(view: View) -> View:
    """Gives the view the desk of whoever asks, a supervisor's too."""

    @wraps(view)
    def guarded(request: AuthenticatedHttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        desk = Workplace(request)
        if not desk.is_open:
            raise Http404
        return view(request, desk, *args, **kwargs)

    return signed_in(guarded)


def handler(view: View) -> View:
    """Return the same for pages with dossiers on them: no supervisor gets there."""

    @wraps(view)
    def guarded(request: AuthenticatedHttpRequest, desk: Workplace, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not desk.handles:
            raise Http404
        return view(request, desk, *args, **kwargs)

    return officer(guarded)


def reporter(view: View) -> View:
    """Return the same for reports: for heads and supervisors alone."""

    @wraps(view)
    def guarded(request: AuthenticatedHttpRequest, desk: Workplace, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not desk.reports:
            raise Http404
        return view(request, desk, *args, **kwargs)

    return officer(guarded)


def officer_submission(view: View) -> View:
    """Gives the view a dossier of the officer's departments in the place of its number.

    What an action refuses is 403 while the dossier is still there, and 404 once it went to another agency.
    """

    @wraps(view)
    def guarded(request: AuthenticatedHttpRequest, desk: Workplace, pk: UUID, **kwargs: Any) -> HttpResponseBase:
        mine = desk.submissions.select_related("version", "assigned_to", "owner")
        found = get_object_or_404(mine.prefetch_related("version__words"), pk=pk)
        try:
            return view(request, desk, found, **kwargs)
        except (NotAllowed, Submission.DoesNotExist) as refused:
            if desk.submissions.filter(pk=pk).exists():
                raise PermissionDenied from refused
            raise Http404 from refused

    return handler(guarded)
