"""What a view behind the log-in is given."""

from django.http import HttpRequest

from accounts.models import User


class AuthenticatedHttpRequest(HttpRequest):
    """A request of somebody who is logged in. A guard sees to that before the view is called; this only says it."""

    user: User
