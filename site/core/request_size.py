"""How much may be sent to an address: judged by what the request says of its size, before any of it is kept."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string

from core.errors import answer
from core.http import View
from core.outages import NO_ROOM
from core.resubmission import answer_with_sent_form
from core.upload_handlers import skip_files, skipped_files

T = TypeVar("T")


class BodyMiddleware:
    """413 for a body larger than its address takes, unread; 507 for files the disk has no room for.

    Of those the text is read all the same, the files are left out: the page of the 507 holds what was typed.
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
            skip_files(request)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> HttpResponse | None:
        """No view sees half of a body."""
        if told_size(request) > settings.BODY_WITHOUT_FILES:
            request.FILES  # noqa: B018  # it reads the body, if nobody has
        return answer_with_sent_form(request, NO_ROOM) if skipped_files(request) else None


def told_size(request: HttpRequest) -> int:
    """Return the bytes the request says it brings; 0 when it does not say so in plain digits, as Django reads it."""
    text = str(request.META.get("CONTENT_LENGTH") or "").strip()
    return int(text[:20]) if text.isascii() and text.isdigit() else 0


def _has_room(request: HttpRequest, size: int) -> bool:
    check = _below(settings.ROOM_FOR_BODY_BELOW, request.path_info, "")
    return not check or bool(import_string(check)(size))


def _below(table: Mapping[str, T], path: str, otherwise: T) -> T:
    """Return the entry of the first prefix the address begins with."""
    return next((value for prefix, value in table.items() if path.startswith(prefix)), otherwise)
