"""Mails about accounts: what is put into the outbox, and how it is written when it is sent."""

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation

from accounts.models import User
from core.addresses import absolute
from core.i18n import reader_language
from core.signature import signature
from outbox import mails
from outbox.letters.writing import LetterParts, write
from outbox.queue import put

KIND = "account.mail"

MAILS = {
    "account/email/email_confirmation_signup": "code_for_sign_up",
    "account/email/email_confirmation": "code_for_address",
    "account/email/password_reset_code": "code_for_password",
    "account/email/account_already_exists": "already_registered",
    "account/email/unknown_account": "unknown_address",
    "account/email/password_changed": "password_changed",
    "account/email/password_reset": "password_changed",
    "account/email/email_changed": "address_changed",
    "mfa/email/totp_activated": "second_factor_on",
    "mfa/email/totp_deactivated": "second_factor_off",
    "mfa/email/recovery_codes_generated": "new_recovery_codes",
}
"""Our mail for each occasion allauth knows; one it is not listed for is a mistake of ours and raises KeyError."""

TOLD = ("code", "to_email")
"""What of allauth's context a mail may say."""


def post(name: str, address: str, *, user: User | None = None, **values: Any) -> None:
    """Have the mail templates/emails/account/<name>.txt sent to `address`, in the language of the page."""
    payload: dict[str, Any] = {"name": name, "to": address, "language": reader_language(), "values": values}
    if user is not None and user.pk:
        payload["user"] = user.pk
    put(KIND, payload, key=f"{KIND}:{uuid4().hex}")


def deliver(payload: dict[str, Any]) -> None:
    """Write and send one mail; one to a user who is gone by now is dropped."""
    if "user" in payload and not User.objects.filter(pk=payload["user"]).exists():
        return
    with translation.override(payload["language"]):
        subject, text = written(payload["name"], payload["values"])
    mails.send(EmailMessage(subject, text, settings.DEFAULT_FROM_EMAIL, [payload["to"]]))


def written(name: str, values: dict[str, Any]) -> LetterParts:
    """Return subject and text of a mail, in the language in force and in the editors' words where they wrote any."""
    facts = {**values, **surroundings()}
    return write(f"account/{name}", f"emails/account/{name}.txt", facts, reader_language())


def surroundings() -> dict[str, Any]:
    """Return what every mail may say, in the language in force."""
    return {
        "minutes": settings.CODE_MINUTES,
        "log_in_url": absolute(reverse("account_login")),
        "password_url": absolute(reverse("account_reset_password")),
        "sign_up_url": absolute(reverse("account_signup")),
        "account_url": absolute(reverse("account_overview")),
        **signature(),
    }
