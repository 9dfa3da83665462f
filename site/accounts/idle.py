"""A log-in ends when nobody has done anything for a while: sooner where other people's data can be opened.

The session itself tells when it was used last; it is written once a minute at most. Public pages know no session and
count for nothing, nor does what a script does by itself. What was typed when a log-in had ended is kept
(core/unsent_posts.py).
"""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.sessions.backends.base import UpdateError
from django.http import HttpRequest, HttpResponse

from accounts.notices import IDLE_TOO_LONG
from accounts.second_factor import needs_mfa
from accounts.sessions import forget_session
from core.url_zones import is_public

LAST_USED = "last_used"
RENEWED_EVERY = 60
UNATTENDED = "X-Unattended"
"""Header of a request that a script makes although nobody has typed or pressed anything (static/filing.js)."""
UNATTENDED_BELOW = ("/quan-tri/editing-sessions/",)
"""Where a page of the admin that is only open tells so every few seconds."""


class IdleTimeoutMiddleware:
    """Ends a log-in that nobody uses, before anything is done with the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_public(request.path_info) and request.user.is_authenticated:
            idle = time.time() - request.session.get(LAST_USED, 0)
            if LAST_USED in request.session and idle >= _longest(request, idle):
                _end(request)
            elif idle >= RENEWED_EVERY and not _is_unattended(request):
                _renew(request)
        return self.get_response(request)


def mark_as_used(request: HttpRequest) -> None:
    """The session is used now; whoever changes it saves it."""
    request.session[LAST_USED] = int(time.time())


def _longest(request: HttpRequest, idle: float) -> float:
    """Seconds after which it ends. Whose it is is asked only of one that might have to end."""
    of_staff: int = settings.IDLE_MINUTES_OF_STAFF * 60
    is_of_staff = idle >= of_staff and needs_mfa(request.user)
    return of_staff if is_of_staff else settings.IDLE_MINUTES * 60


def _is_unattended(request: HttpRequest) -> bool:
    return UNATTENDED in request.headers or request.path_info.startswith(UNATTENDED_BELOW)


def _renew(request: HttpRequest) -> None:
    """Saved at once: saved with the answer, it could undo what another request has written meanwhile."""
    was_modified = request.session.modified
    mark_as_used(request)
    try:
        request.session.save()
    except UpdateError:  # logged out in another window at this moment
        request.session.flush()
    else:
        request.session.modified = was_modified


def _end(request: HttpRequest) -> None:
    forget_session(request.session.session_key)
    logout(request)
    messages.info(request, IDLE_TOO_LONG)
