"""What a gate refuses at any door of the editors' area is said in words on the next page; it is no fault of ours."""

from collections.abc import Callable, Iterator

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, FieldDoesNotExist, ValidationError
from django.db.models import Model, RestrictedError
from django.db.models.deletion import ProtectedError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

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
        if isinstance(exception, ValidationError):
            sentences = list(_faults(exception))
        elif isinstance(exception, (ProtectedError, RestrictedError)):
            sentences = [_still_needed(exception)]
        else:
            return None
        for sentence in sentences:
            messages.error(request, sentence)
        return HttpResponseRedirect(_way_back(request))


def _faults(error: ValidationError) -> Iterator[str]:
    """Yield each fault with the page and the field it is about."""
    page = getattr(error, "page", None)
    place = f"“{page.title}”" if page else ""
    by_field = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
    for name, found in by_field.items():
        if _is_internal(page, name):
            continue
        where = [place, _label(page, name)]
        yield ": ".join([*(part for part in where if part), " ".join(found)])


def _is_internal(page: Model | None, name: str) -> bool:
    """Return whether nobody ever sees the field; what it keeps unique is told beside the fields it is made of."""
    return page is not None and name in {field.name for field in page._meta.concrete_fields if not field.editable}


def _label(page: Model | None, name: str) -> str:
    if page is None or name == NON_FIELD_ERRORS:
        return ""
    try:
        return str(getattr(page._meta.get_field(name), "verbose_name", ""))
    except FieldDoesNotExist:
        return ""


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
