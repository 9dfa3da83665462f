"""The number of a request: in every line of the log, in every answer and on every error page."""

import re
from collections.abc import Callable
from contextvars import ContextVar
from uuid import uuid4

from django.http import HttpRequest, HttpResponseBase

from core.client_address import is_from_trusted_proxy

HEADER = "X-Request-ID"
USABLE = re.compile(r"[A-Za-z0-9-]{8,64}")
"""What a proxy may call a request: nothing that could break a line, carry words or fill a disk."""

_current: ContextVar[str] = ContextVar("request_id", default="")


def current() -> str:
    """Return the number of the request that is being answered; "" outside of one."""
    return _current.get()


class RequestIdMiddleware:
    """Gives each request a number; the one a trusted proxy has given stays, so that both logs tell of the same."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        number = _given(request) or uuid4().hex
        token = _current.set(number)
        try:
            response = self.get_response(request)
        finally:
            _current.reset(token)
        response.headers[HEADER] = number
        return response


def _given(request: HttpRequest) -> str:
    said = request.headers.get(HEADER, "")
    return said if USABLE.fullmatch(said) and is_from_trusted_proxy(request) else ""
