"""The second factor: who must have one, how its secret is kept, what happens without it."""

from collections.abc import Callable

import segno
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import resolve, reverse
from django.urls.exceptions import Resolver404
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from accounts import encryption
from accounts.notices import SECOND_FACTOR_NEEDED
from core.paging import query_string
from core.url_zones import is_public

OPEN_WITHOUT = {
    *("mfa_index", "mfa_activate_totp", "mfa_reauthenticate", "mfa_view_recovery_codes", "account_reauthenticate"),
    *("account_logout", "wagtailadmin_logout", "account_reset_password", "mfa_enrolment", "mfa_enrolment_link"),
}
"""Routes on which a second factor can be set up, or the door closed."""


def opens_the_admin(user: AbstractBaseUser) -> bool:
    """Return whether the editors' admin lets this user in."""
    return bool(user.has_perm("wagtailadmin.access_admin"))  # type: ignore[attr-defined]  # every user of ours has it


def needs_mfa(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Return whether this user's work asks for a second factor (settings.MFA_REQUIRED_FOR)."""
    return any(import_string(path)(user) for path in settings.MFA_REQUIRED_FOR)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Our rules for allauth's second factor."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _("Your work here requires the second step; it cannot be turned off."),
        "incorrect_code": _("This code is not right. Please enter the one your app shows now."),
        "unverified_email": _("Please confirm your e-mail address first."),
    }

    def encrypt(self, text: str) -> str:
        return encryption.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return encryption.decrypt(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return not (settings.REQUIRE_STAFF_MFA and needs_mfa(authenticator.user))

    def build_totp_svg(self, url: str) -> str:
        """Return a picture that may stand in a page whose policy allows neither styles nor pictures from elsewhere."""
        drawn = segno.make_qr(url, error="m").svg_inline(svgclass="portal-qr", lineclass=None, omitsize=True)
        return drawn.replace("<svg", '<svg aria-hidden="true" focusable="false"', 1)


class StaffSecondFactorMiddleware:
    """Where REQUIRE_STAFF_MFA is set, staff without a second factor get no further than to where it is set up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not settings.REQUIRE_STAFF_MFA or is_public(request.path_info) or not self._must_set_up(request):
            return self.get_response(request)
        messages.warning(request, SECOND_FACTOR_NEEDED)
        return HttpResponseRedirect(reverse("mfa_activate_totp") + query_string({"next": request.get_full_path()}))

    def _must_set_up(self, request: HttpRequest) -> bool:
        user = request.user
        if not user.is_authenticated or _route(request.path_info) in OPEN_WITHOUT:
            return False
        return needs_mfa(user) and not is_mfa_enabled(user, [Authenticator.Type.TOTP])


def _route(path: str) -> str:
    try:
        return resolve(path).url_name or ""
    except Resolver404:
        return ""
