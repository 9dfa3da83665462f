"""What a gate refuses at any door of the editors' area is said in words on the next page; it is no fault of ours."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import RestrictedError
from django.db.models.deletion import ProtectedError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from core.publication_doors import refusal_of
from core.publishing import PublicationRefused

SHOWN = 5
"""How many things that stand in the way are named."""


class RefusalMiddleware:
    """In the editors' area: back to where the person came from, with what stands in the way and where."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not request.path_info.startswith(reverse("wagtailadmin_home")):
            return None
        with translation.override(_language_of(request)):
            return self._answer(request, exception)

    def _answer(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, PublicationRefused):
            sentences = [refusal_of(exception.page, exception.problems)]
        elif isinstance(exception, ValidationError):
            sentences = exception.messages
        elif isinstance(exception, (ProtectedError, RestrictedError)):
            sentences = [_still_needed(exception)]
        else:
            return None
        for sentence in sentences:
            messages.error(request, sentence)
        return _back(request)


def _language_of(request: HttpRequest) -> str:
    """Return the language the person works in; Wagtail's own views have left it by now."""
    profile = getattr(request.user, "wagtail_userprofile", None)
    return profile.get_preferred_language() if profile else translation.get_language()


def _back(request: HttpRequest) -> HttpResponse:
    """To where the person came from; a dialog of Wagtail's is told to go there."""
    address = _way_back(request)
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        return JsonResponse({"step": "success", "redirect": address})
    return HttpResponseRedirect(address)


def _still_needed(error: ProtectedError | RestrictedError) -> str:
    found = error.protected_objects if isinstance(error, ProtectedError) else error.restricted_objects
    names = sorted({str(getattr(one, "page", one)) for one in found})
    more = ", …" if len(names) > SHOWN else ""
    return _("Nothing was deleted: it is still used by %(names)s.") % {"names": ", ".join(names[:SHOWN]) + more}


def _way_back(request: HttpRequest) -> str:
    for address in (request.GET.get("next"), request.POST.get("next"), request.META.get("HTTP_REFERER")):
        if address and url_has_allowed_host_and_scheme(address, {request.get_host()}):
            return address
    return reverse("wagtailadmin_home")
