"""Makes people who sign in: citizens with a confirmed address, staff, second factors."""

import re
import time
from itertools import count
from typing import Any

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from allauth.mfa.utils import decrypt
from django.contrib.auth import hashers
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Profile, User
from outbox.models import Delivery

PASSWORD = "mot-mat-khau-dai"
_numbers = count(1)


def make_citizen(email: str = "", *, confirmed: bool = True, **details: Any) -> User:
    """Somebody who signed up; `details` are fields of the profile."""
    email = email or f"cong-dan-{next(_numbers)}@example.vn"
    user = User.objects.create_user(email, PASSWORD)
    EmailAddress.objects.create(user=user, email=email, verified=confirmed, primary=True)
    given = {"full_name": "Lê Thị Nhi", "consent_version": "1", "consent_at": timezone.now(), **details}
    Profile.objects.create(user=user, **given)
    return user


def make_editor(email: str = "") -> User:
    """Somebody who may do everything in the admin."""
    email = email or f"bien-tap-{next(_numbers)}@example.vn"
    user = User.objects.create_superuser(email, PASSWORD)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


def log_in(client: Client, user: User, password: str = PASSWORD, **more: Any) -> Any:
    """What the form of the log-in page answers."""
    return client.post(reverse("account_login"), {"login": user.email, "password": password, **more})


def confirm_again(client: Client, password: str = PASSWORD) -> None:
    """Enter the password once more, as pages that matter ask for."""
    answer = client.post(reverse("account_reauthenticate"), {"password": password})
    assert answer.status_code == 302, answer.content.decode()


def just_confirmed(client: Client, user: User) -> None:
    """As if this person, who is logged in, had entered the password a moment ago."""
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": time.time(), "reauthenticated": True}]
    session[f"{AUTHENTICATION_METHODS_SESSION_KEY}_user"] = str(user.pk)
    session.save()


def ask_for_link(client: Any) -> str:
    """Have `client.user`, who is logged in and must have a second factor, sent the link to add a device; the link."""
    confirm_again(client)
    assert client.post(reverse("mfa_enrolment")).url == reverse("mfa_enrolment")
    return mails_to(client.user.email)[-1]["values"]["link"]


def mails_to(address: str) -> list[dict[str, Any]]:
    """What waits in the outbox for an address, the oldest first."""
    waiting = Delivery.objects.filter(kind="account.mail").order_by("pk")
    return [delivery.payload for delivery in waiting if delivery.payload.get("to") == address]


def last_code(address: str) -> str:
    """The code of the newest mail to an address."""
    return mails_to(address)[-1]["values"]["code"]


def give_second_factor(user: User) -> str:
    """Turn the second step on as the app would; its secret."""
    secret = auth.generate_totp_secret()
    auth.TOTP.activate(user, secret)
    return secret


def app_code(secret: str) -> str:
    """What the app shows now."""
    counter = int(time.time()) // 30
    return auth.format_hotp_value(auth.hotp_value(secret, counter))


def secret_of(user: User) -> str:
    """The secret as it is stored, made readable."""
    return decrypt(Authenticator.objects.get(user=user, type="totp").data["secret"])


def hashed(monkeypatch, act):
    """How often something was hashed during an act, by whatever hasher."""
    count = []
    for hasher in hashers.get_hashers():
        kind, encode = type(hasher), type(hasher).encode

        def counted(self, *args, encode=encode, **kwargs):
            count.append(1)
            return encode(self, *args, **kwargs)

        monkeypatch.setattr(kind, "encode", counted)
    act()
    monkeypatch.undo()
    return len(count)


def normal(answer, email):
    """The page without what differs from request to request anyway."""
    text = answer.content.decode().replace(email, "ADDRESS")
    return re.sub(r'csrfmiddlewaretoken" value="[^"]+"|kept=[0-9a-f-]+', "token", text)
