"""HTTP rules of the three zones: language from the address, cache headers, bad input answered plainly."""

import re
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.middleware.gzip import GZipMiddleware
from django.utils import translation
from django.utils.cache import patch_cache_control

from core.text import clean
from core.url_zones import Zone, is_public, zone_of

GetResponse = Callable[[HttpRequest], HttpResponse]
View = Callable[..., HttpResponseBase]

PARTNER_PREFIX = "/api/"
"""Addresses for programs of other authorities."""

PUBLIC_MAX_AGE = 60
"""Seconds anyone may keep a public page before asking again with its ETag."""

_LANGUAGE_PREFIX = re.compile(
    rf"^/({'|'.join(code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE)})(/|$)"
)


def is_for_programs(path: str) -> bool:
    """Return whether an address answers programs: below /api/, and public pages' twins that end in .json."""
    return path.startswith(PARTNER_PREFIX) or (path.endswith(".json") and is_public(path))


def language_of(path: str) -> str:
    """Return the language an address is written in: /en/… is English, everything else Vietnamese."""
    match = _LANGUAGE_PREFIX.match(path)
    return match.group(1) if match else settings.LANGUAGE_CODE


class HeadMiddleware:
    """HEAD is GET without the body (RFC 9110, 9.3.2): everything further in answers a GET, its headers all stay."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method != "HEAD":
            return self.get_response(request)
        request.method = "GET"
        response = self.get_response(request)
        request.method = "HEAD"
        if isinstance(response, StreamingHttpResponse):
            response.streaming_content = ()
        else:
            response.content = b""
        return response


class CompressionMiddleware(GZipMiddleware):
    """Pages are compressed; files go out as they lie there, with their length: their kinds are compressed already."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        return response if isinstance(response, FileResponse) else super().process_response(request, response)


class LanguageFromAddressMiddleware:
    """The address alone decides the language: no cookie, no Accept-Language, so any cache may keep the page."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(language_of(request.path_info)):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language())
            return response


class PartnerMiddleware:
    """Where programs read nobody is known and everybody may: no cookie is looked at, scripts of any site are let in."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_for_programs(request.path_info):
            return self.get_response(request)
        request.META.pop("HTTP_COOKIE", None)
        response = self.get_response(request)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = "Content-Language, ETag, Location"
        return response


class BadInputMiddleware:
    """A NUL byte in an address or a parameter is answered 400 before a database sees it; a cookie with one is none."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        for name in [name for name, value in request.COOKIES.items() if "\x00" in value]:
            del request.COOKIES[name]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> None:
        values = [request.path_info, *(value for values in request.GET.lists() for value in (values[0], *values[1]))]
        if any("\x00" in value for value in values):
            raise BadRequest("NUL byte")


class TypedQueryMiddleware:
    """What editors search for is cleaned as what they store is: the same word is found in whatever Unicode form."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.GET and zone_of(request.path_info) is Zone.ADMIN:
            typed = request.GET.copy()
            for name, values in request.GET.lists():
                typed.setlist(name, [clean(value) for value in values])
            request.GET = typed  # type: ignore[assignment]
        return self.get_response(request)


class PublicCacheMiddleware:
    """Public answers say that anyone may keep them; answers that touched a session say that nobody may.

    Outside the public zone nobody may keep anything, and no search engine may list it.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not is_public(request.path_info):
            patch_cache_control(response, private=True, no_store=True)
            response.headers["X-Robots-Tag"] = "noindex"
            return response
        if response.has_header("Cache-Control") or request.method != "GET":
            return response
        session = getattr(request, "session", None)
        if response.cookies or (session is not None and session.accessed):
            patch_cache_control(response, private=True, no_store=True)
        elif response.status_code in (200, 301, 302, 304, 404):
            patch_cache_control(response, public=True, max_age=PUBLIC_MAX_AGE)
        return response
