"""Proving once more who one is, a short while ago (settings.ACCOUNT_REAUTHENTICATION_TIMEOUT), before data leaves."""

from collections.abc import Callable
from http import HTTPStatus

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows import reauthentication
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.module_loading import import_string

from core.url_zones import Zone, zone_of

View = Callable[..., HttpResponseBase]
EXPORT = "export"
"""Parameter by which every list of the admin becomes a file."""


def confirmed_again(view: View) -> View:
    """Return the view, which asks for the password first and goes on with the same address after it."""
    guarded: View = reauthentication_required(view)
    return guarded


class AdminExportMiddleware:
    """The same for every list the admin gives away as a file, Wagtail's own too; settings.ADMIN_EXPORTED are told."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not self._is_export(request):
            return self.get_response(request)
        if reauthentication.is_reauthentication_required(request, app="allauth.account"):
            return _to_password(request)
        response = self.get_response(request)
        if response.status_code == HTTPStatus.OK and request.resolver_match is not None:
            for path in settings.ADMIN_EXPORTED:
                import_string(path)(request.user, request.resolver_match.view_name)
        return response

    def _is_export(self, request: HttpRequest) -> bool:
        return EXPORT in request.GET and zone_of(request.path_info) is Zone.ADMIN and request.user.is_authenticated


def _to_password(request: HttpRequest) -> HttpResponse:
    methods = get_adapter().get_reauthentication_methods(request.user)
    answer: HttpResponse = reauthentication.suspend_request(
        request, methods[0]["url"] if methods else reverse("account_login")
    )
    return answer
