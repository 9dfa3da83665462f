"""Adding the first device of a second factor: with a link from the mailbox, so that a stolen password is not enough.

It holds for whoever must have a second factor and has none (settings.REQUIRE_STAFF_MFA): whoever knows the password,
and only that, could otherwise add a device of their own. The link works once, for a short time, in its own account.
"""

import secrets
import time
from datetime import timedelta
from hashlib import sha256

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from accounts import mails
from accounts.models import EnrolmentLink, User
from accounts.second_factor import needs_mfa
from core.addresses import absolute

ALLOWED_UNTIL = "enrolment_allowed_until"
"""In the session of whoever has opened the link."""


def must_enrol(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Return whether this person must have a second factor and has none yet."""
    if not settings.REQUIRE_STAFF_MFA or not user.is_authenticated or not needs_mfa(user):
        return False
    return not is_mfa_enabled(user, [Authenticator.Type.TOTP])


def may_add_device(request: HttpRequest) -> bool:
    """Return whether this visitor may add a device now: nobody asks for a second factor,
    or the link was opened lately.
    """
    return not must_enrol(request.user) or request.session.get(ALLOWED_UNTIL, 0) > time.time()


@transaction.atomic
def send_link(user: User) -> None:
    """Have a new link sent to the address of the account; an older one works no longer."""
    secret = secrets.token_urlsafe(32)
    expires_at = timezone.now() + timedelta(minutes=settings.CODE_MINUTES)
    values = {"digest": _digest(secret), "expires_at": expires_at, "used_at": None}
    EnrolmentLink.objects.update_or_create(user=user, defaults=values)
    address = absolute(reverse("mfa_enrolment_link", args=[secret]))
    mails.post("second_factor_link", user.email, user=user, link=address)


def open_link(request: HttpRequest, secret: str) -> bool:
    """Use the link up; whether it was good. Of two who open it at once, one only is let in."""
    now = timezone.now()
    good = EnrolmentLink.objects.filter(
        user=request.user.pk, digest=_digest(secret), expires_at__gt=now, used_at__isnull=True
    )
    if not good.update(used_at=now):
        return False
    request.session[ALLOWED_UNTIL] = time.time() + settings.CODE_MINUTES * 60
    return True


def close(request: HttpRequest) -> None:
    """A device was added; the next one needs a link of its own."""
    request.session.pop(ALLOWED_UNTIL, None)


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
