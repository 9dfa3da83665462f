"""Error pages in plain words, in the language of the address; partners get a problem document, in English."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from core.http import PARTNER_PREFIX

PROBLEM_TYPE = "application/problem+json"


API_DETAILS = {
    400: "Part of the address cannot be read.",
    403: "This is not public.",
    404: "There is nothing at this address.",
    500: "Something went wrong on our side; please try again in a few minutes.",
}


def problem(status: int, detail: str, errors: Sequence[dict[str, str]] = ()) -> dict[str, Any]:
    """A problem document (RFC 9457); `message` repeats the detail for clients of a stock Wagtail API.

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


def answer(request: HttpRequest, status: int, title: str, detail: str) -> HttpResponse:
    """An error page, or a problem document below /api/."""
    if request.path_info.startswith(PARTNER_PREFIX):
        document = problem(status, API_DETAILS[status])
        return JsonResponse(document, status=status, content_type=PROBLEM_TYPE, headers={"Content-Language": "en"})
    template = "500.html" if status >= HTTPStatus.INTERNAL_SERVER_ERROR else "error.html"
    return render(request, template, {"status": status, "title": title, "detail": detail}, status=status)


class NotFoundInWords(Http404):
    """Nothing is there; its text tells the visitor why, in the language in force."""


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    detail = _("Part of the address cannot be read. Please check it, or start again from the home page.")
    return answer(request, 400, _("The request cannot be understood"), detail)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, 403, _("You may not open this page"), _("Your account has no right to see it."))


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if isinstance(exception, NotFoundInWords):
        return answer(request, 404, _("Page not found"), str(exception))
    detail = _("The page may have moved, or the address may be mistyped. Search for it, or start from the home page.")
    return answer(request, 404, _("Page not found"), detail)


def server_error(request: HttpRequest) -> HttpResponse:
    detail = _("Something went wrong on our side. Nothing you sent was changed; please try again in a few minutes.")
    return answer(request, 500, _("The service has a fault"), detail)
