"""How much may be sent to an address: judged by what the request says of its size, before any of it is read."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string

from core.errors import answer
from core.outages import NO_ROOM
from core.sending_again import answer_with_sent_form
from core.upload_handlers import found_no_room

T = TypeVar("T")


class BodyMiddleware:
    """413 for a body larger than its address takes, 507 for files the disk has no room for.

    A body whose size is not told is not read by Django at all. Stands behind the middleware of sessions, so that the
    page can be drawn, and before every process_view: that of CSRF reads the body.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        size = told_size(request)
        if size > _below(settings.MAX_BODY_BELOW, request.path_info, settings.MAX_BODY):
            return answer(request, 413)
        if size > settings.BODY_WITHOUT_FILES and not _has_room(request, size):
            return answer(request, NO_ROOM)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """The disk was full when the body was read: no view sees half of it, and the text is on the page."""
        return answer_with_sent_form(request, NO_ROOM) if found_no_room(request) else None


def told_size(request: HttpRequest) -> int:
    """The bytes the request says it brings; 0 when it does not say so in plain digits, as Django reads it."""
    text = str(request.META.get("CONTENT_LENGTH") or "").strip()
    return int(text[:20]) if text.isascii() and text.isdigit() else 0


def _has_room(request: HttpRequest, size: int) -> bool:
    check = _below(settings.ROOM_FOR_BODY_BELOW, request.path_info, "")
    return not check or bool(import_string(check)(size))


def _below(table: Mapping[str, T], path: str, otherwise: T) -> T:
    """The entry of the first prefix the address begins with."""
    return next((value for prefix, value in table.items() if path.startswith(prefix)), otherwise)
