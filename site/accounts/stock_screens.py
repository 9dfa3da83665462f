"""Wagtail's own screens of users and groups: open to administrators alone, and what is done there is told to the audit.

A group could be given the permission to change users; its members could then put themselves into any other.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.module_loading import import_string
from wagtail.admin.auth import permission_denied

from accounts.groups import ADMIN

STOCK = ("users/", "groups/", "bulk/accounts/user/")
"""Below the address of the admin."""


class StockAccountsMiddleware:
    """Closes them to everybody else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "POST" and _is_stock(request) and request.user.is_superuser and request.resolver_match:
            for path in settings.STAFF_CHANGED:
                import_string(path)(request.user, None, "stock", {"view": request.resolver_match.view_name})
        return response

    def process_view(
        self, request: HttpRequest, _view: Callable, _args: tuple[Any, ...], _kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        user = request.user
        if not _is_stock(request) or user.is_superuser or not user.has_perm(ADMIN):
            return None  # whoever may not enter at all is Wagtail's to send away
        return permission_denied(request)


def _is_stock(request: HttpRequest) -> bool:
    below = request.path_info.removeprefix(reverse("wagtailadmin_home"))
    return below != request.path_info and below.startswith(STOCK)
