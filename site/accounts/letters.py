"""The mails about accounts that editors may change, with made-up facts to look at them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.mails import surroundings
from core.addresses import absolute
from outbox.letters.registry import Letter

NAMES = (
    *("invitation", "code_for_sign_up", "code_for_address", "code_for_password", "already_registered"),
    *("unknown_address", "password_changed", "address_changed", "second_factor_link", "second_factor_on"),
    *("second_factor_off", "new_recovery_codes", "account_closed"),
)


def account_letters() -> list[Letter]:
    return [Letter(f"account/{name}", _("About accounts"), f"emails/account/{name}.txt", sample) for name in NAMES]


def sample() -> dict[str, Any]:
    return {**surroundings(), "code": "1234-5678", "to_email": "nguoi.nhan@example.vn", "link": absolute("/vi-du/")}
