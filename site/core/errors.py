"""Error pages in plain words, in the language of the address; partners get a problem document, in English."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from core import request_ids
from core.http import is_for_programs
from core.limits import LimitReached, LimitsUnavailable

PROBLEM_TYPE = "application/problem+json"
MINUTE, HOUR = 60, 60 * 60


@dataclass(frozen=True)
class ErrorWords:
    """What an error page says. `finds_on` tells whether it offers the search: not while the portal may be down."""

    title: str | Promise
    detail: str | Promise
    finds_on: bool = True


WORDS = {
    400: ErrorWords(
        _("The request cannot be understood"),
        _("Part of the address cannot be read. Please check it, or start again from the home page."),
    ),
    403: ErrorWords(_("You may not open this page"), _("Your account has no right to see it.")),
    404: ErrorWords(
        _("Page not found"),
        _("The page may have moved, or the address may be mistyped. Search for it, or start from the home page."),
    ),
    413: ErrorWords(
        _("What you sent is too large"),
        _("Nothing was stored. Make the files smaller or send fewer of them, then try again."),
        finds_on=False,
    ),
    429: ErrorWords(
        _("Too many requests"),
        _("Many requests came from your connection in a short time. Please wait a minute, then try again."),
        finds_on=False,
    ),
    500: ErrorWords(
        _("The service has a fault"),
        _("Something went wrong on our side. Nothing you sent was changed; please try again in a few minutes."),
    ),
    503: ErrorWords(
        _("The portal is not available right now"),
        _("It is being maintained or has too much to do. Please try again in a few minutes."),
        finds_on=False,
    ),
    507: ErrorWords(
        _("There is no room for files at the moment"),
        _("Nothing was stored. What you saved before is safe; please try again later."),
        finds_on=False,
    ),
}
"""The words of every error a visitor may meet, by HTTP status."""

API_DETAILS = {
    400: "Part of the address cannot be read.",
    403: "This is not public.",
    404: "There is nothing at this address.",
    405: "This address can only be read: GET, HEAD or OPTIONS.",
    413: "The body of the request is too large.",
    429: "Too many requests; please wait a minute.",
    500: "Something went wrong on our side; please try again in a few minutes.",
    503: "Not available right now; please try again in a few minutes.",
    507: "There is no room for this at the moment.",
}


def problem(status: int, detail: str, errors: Sequence[dict[str, str]] = ()) -> dict[str, Any]:
    """Return a problem document (RFC 9457); `message` repeats the detail for clients of a stock Wagtail API.

    `errors` name what is wrong with each parameter: {"parameter": …, "message": …}.
    """
    document = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "message": detail,
    }
    return {**document, "errors": list(errors)} if errors else document


def context_of(status: int, title: str = "", detail: str = "") -> dict[str, Any]:
    """Return what the template of an error page needs; `title` and `detail` replace the usual words.

    "Not yours" and "not there" are the same page to the last byte, which anyone may keep: no number stands on it.
    """
    words = WORDS[status]
    return {
        "status": status,
        "title": title or words.title,
        "detail": detail or words.detail,
        "finds_on": words.finds_on,
        "request_id": "" if status == HTTPStatus.NOT_FOUND else request_ids.current(),
    }


def answer(request: HttpRequest, status: int, title: str = "", detail: str = "", **more: Any) -> HttpResponse:
    """Return an error page, or a problem document for programs. From 500 on, nothing is read from the database."""
    if is_for_programs(request.path_info):
        document = problem(status, API_DETAILS[status])
        return JsonResponse(document, status=status, content_type=PROBLEM_TYPE, headers={"Content-Language": "en"})
    template = "500.html" if status >= HTTPStatus.INTERNAL_SERVER_ERROR else "error.html"
    return render(request, template, {**context_of(status, title, detail), **more}, status=status)


class NotFoundInWords(Http404):
    """Nothing is there; its text tells the visitor why, in the language in force."""


class LimitsMiddleware:
    """A limit that was reached anywhere in a view becomes a page that says how long to wait.

    What cannot be counted is not done: 503, for as long as the cache does not answer.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, LimitsUnavailable):
            return not_counted(request)
        if isinstance(exception, LimitReached):
            return please_wait(request, exception.wait, advice=exception.advice)
        return None


def please_wait(request: HttpRequest, wait: int, detail: str = "", advice: str = "") -> HttpResponse:
    """429 with the seconds to wait; `detail` replaces the usual words, `advice` stands behind them."""
    words = f"{detail or wait_in_words(wait)} {advice}".strip()
    response = answer(request, 429, gettext("Please wait a little"), words)
    response.headers["Retry-After"] = str(wait)
    return response


def wait_in_words(wait: int) -> str:
    """Return what is said to somebody who has to wait for so many seconds."""
    if wait < MINUTE:
        words = ngettext(
            "There were too many attempts in a short time. Please try again in %(number)d second.",
            "There were too many attempts in a short time. Please try again in %(number)d seconds.",
            wait,
        )
        return words % {"number": wait}
    if wait > 2 * HOUR:
        hours = -(-wait // HOUR)
        words = ngettext(
            "There were too many attempts. Please try again in %(number)d hour.",
            "There were too many attempts. Please try again in %(number)d hours.",
            hours,
        )
        return words % {"number": hours}
    minutes = -(-wait // MINUTE)
    words = ngettext(
        "There were too many attempts in a short time. Please try again in %(minutes)d minute.",
        "There were too many attempts in a short time. Please try again in %(minutes)d minutes.",
        minutes,
    )
    return words % {"minutes": minutes}


def not_counted(request: HttpRequest) -> HttpResponse:
    """503, because what is limited stays closed while nothing can be counted."""
    response = answer(request, 503)
    response.headers["Retry-After"] = str(MINUTE)
    return response


def too_many_requests(request: HttpRequest) -> HttpResponse:
    return please_wait(request, 60)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, 403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, 404, detail=str(exception) if isinstance(exception, NotFoundInWords) else "")
