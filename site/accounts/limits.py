"""How often what may be tried: by network address, by account, by e-mail address. Counted before anything is hashed."""

from django.http import HttpRequest

from core.limits import Limit
from core.senders import sender_of

TEN_MINUTES = 600
HOUR = 3600

LOG_IN_SENDER = Limit("log_in_sender", times=100, seconds=TEN_MINUTES)
LOG_IN_ACCOUNT = Limit("log_in_account", times=10, seconds=TEN_MINUTES)
"""Wrong passwords: a place is given back when the password was right. Many people may share one network address."""

SIGN_UP_SENDER = Limit("sign_up_sender", times=100, seconds=TEN_MINUTES)
RESET_SENDER = Limit("reset_sender", times=100, seconds=TEN_MINUTES)
CODES_TO_ADDRESS = Limit("codes_to_address", times=10, seconds=HOUR)
"""Requests that send a code to an e-mail address, whether or not anybody has an account with it."""

SECOND_FACTOR = Limit("second_factor", times=10, seconds=TEN_MINUTES)
"""Wrong codes of a second factor, by account."""


def take_for_password(request: HttpRequest, account: str) -> None:
    """Before a password is compared; LimitReached when there were too many wrong ones."""
    LOG_IN_SENDER.enforce(sender_of(request))
    LOG_IN_ACCOUNT.enforce(account.lower())


def password_was_right(request: HttpRequest, account: str) -> None:
    """Give the places back."""
    LOG_IN_SENDER.release(sender_of(request))
    LOG_IN_ACCOUNT.release(account.lower())
