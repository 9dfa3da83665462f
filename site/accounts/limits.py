"""How often what may be tried. Counted before anything is hashed; see docs/decisions/0080-limits.md for every one."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.emails import canonical
from accounts.known_devices import known_device
from core.client_address import sender_of
from core.limits import Limit, LimitReached
from core.target_limits import TEN_MINUTES, Attempt, TargetLimit

HOUR = 3600
ADVICE = _("If you do not want to wait, choose “Forgotten your password?”: a new password ends the wait.")

LOG_IN = TargetLimit("log_in", near=10, attacked=8, across=20, sender=100)
"""Wrong passwords of an account. Many people may share one network address."""
SECOND_FACTOR = TargetLimit("second_factor", near=10, attacked=5, across=20, sender=100)
"""Wrong codes of a second factor, by account; only who knows the password gets there."""
MAILED_CODE = TargetLimit("mailed_code", near=10, attacked=8, across=20, sender=100)
"""Wrong codes from mails, by the address they were sent to. (Each code allows three besides, within its session.)"""
CODES_TO_ADDRESS = TargetLimit("codes_to_address", near=10, attacked=3, across=20, sender=100, seconds=HOUR)
"""Mails with a code or a link to an e-mail address, whether or not anybody has an account with it."""

SIGN_UP_SENDER = Limit("sign_up_sender", times=100, seconds=TEN_MINUTES)
RESET_SENDER = Limit("reset_sender", times=100, seconds=TEN_MINUTES)


def attempt(limit: TargetLimit, request: HttpRequest, email: str) -> Attempt:
    """Count a try at the account of this e-mail address; LimitReached when there were too many."""
    account = canonical(email)
    try:
        return limit.attempt(account, sender=sender_of(request), device=known_device(request, account))
    except LimitReached as reached:
        advice = ADVICE if limit is LOG_IN else ""
        raise LimitReached(reached.wait, str(advice)) from reached


def lift_by_mail(email: str) -> None:
    """Whoever reads the mails of the account has set a new password: nobody's tries count any more.

    Those of the second step do: a thief in the mailbox would get new ones with every new password.
    """
    for limit in (LOG_IN, MAILED_CODE, CODES_TO_ADDRESS):
        limit.lift(canonical(email))
