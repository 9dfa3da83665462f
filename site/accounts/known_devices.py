"""Devices that have been right before, at an account or at the code of a dossier: strangers do not hold them up.

A cookie remembers, for each of the last of them, a secret of that device and target. It opens nothing: it only gives
the device a count of its own (core/target_limits.py). Nothing about it is stored here.
"""

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from core.limits import keyed

SALT = "accounts.known_devices"
MOST = 10
"""Accounts and dossiers one device is known for; the oldest goes."""


def known_device(request: HttpRequest, target: str) -> str:
    """Return the secret by which this device is known at the target; "" when it is not."""
    return _known(request).get(_name(target), "")


def remember_device(request: HttpRequest, response: HttpResponse, target: str) -> None:
    """From now on the device is known at the target; its secret stays the same."""
    known = _known(request)
    secret = known.pop(_name(target), "") or secrets.token_urlsafe(12)
    kept = dict([*known.items(), (_name(target), secret)][-MOST:])
    response.set_cookie(
        settings.KNOWN_DEVICE_COOKIE_NAME,
        signing.dumps(kept, salt=SALT),
        max_age=settings.KNOWN_DEVICE_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _known(request: HttpRequest) -> dict[str, str]:
    """Name of a target → secret, the oldest first."""
    cookie = request.COOKIES.get(settings.KNOWN_DEVICE_COOKIE_NAME, "")
    try:
        known: dict[str, str] = signing.loads(cookie, salt=SALT, max_age=settings.KNOWN_DEVICE_SECONDS)
    except signing.BadSignature:
        return {}
    return known


def _name(target: str) -> str:
    """Return a target as the cookie names it: whoever reads the cookie learns neither address nor code."""
    return keyed("known_devices", target)[:16]
