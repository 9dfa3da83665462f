"""Passwords that editors give pages and collections of documents: guessing them stops, as at every other door."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from core.client_address import sender_of
from core.errors import not_counted, please_wait
from core.http import View
from core.limits import LimitReached, LimitsUnavailable
from core.target_limits import TargetLimit

DOORS = {
    "wagtailcore_authenticate_with_password": "page_view_restriction_id",
    "wagtaildocs_authenticate_with_password": "restriction_id",
}
"""Names of Wagtail's views that take such a password, and the argument that says which it is."""
TRIES = TargetLimit("page_password", near=10, attacked=8, across=20, sender=100)


class PagePasswordMiddleware:
    """Counts a password before Wagtail compares it; a right one, which leads on, costs nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        attempt = getattr(request, "_password_attempt", None)
        if attempt is not None and response.status_code == HTTPStatus.FOUND:
            attempt.give_back()
        return response

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> HttpResponse | None:
        name = request.resolver_match.url_name if request.resolver_match else None
        if request.method != "POST" or name not in DOORS:
            return None
        target = f"{name}:{kwargs.get(DOORS[name], args[0] if args else '')}"
        try:
            request._password_attempt = TRIES.attempt(target, sender=sender_of(request))  # type: ignore[attr-defined]
        except LimitReached as reached:
            return please_wait(request, reached.wait)
        except LimitsUnavailable:
            return not_counted(request)
        return None
