"""Error pages in plain words, in the language of the address; partners get the same as a problem document."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

API_PREFIX = "/api/"


def answer(request: HttpRequest, status: int, title: str, detail: str) -> HttpResponse:
    """An error page, or an `application/problem+json` document (RFC 9457) below /api/."""
    if request.path_info.startswith(API_PREFIX):
        problem = {"type": "about:blank", "title": title, "status": status, "detail": detail, "message": detail}
        return JsonResponse(problem, status=status, content_type="application/problem+json")
    template = "500.html" if status >= 500 else "error.html"
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
