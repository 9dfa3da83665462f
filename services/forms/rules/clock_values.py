"""The numbers of the clock by name: what each says, and how the text that an administrator typed is read."""

from collections.abc import Callable
from datetime import time
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from services.forms.clock.rule import Closing, Resume

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Value = Resume | Closing | int | bool | time | None


class ClockKey(models.TextChoices):
    """What one row of the rule is about; each is a field of ClockRule."""

    RESUME = "resume", _("After a first request for documents made in time, the time limit …")
    REQUEST_DAYS = "request_days", _("Working days after acceptance in which a first request restarts the limit")
    REPLY_DAYS = "reply_days", _("Calendar days to hand in documents that were asked for")
    CLOSING = "closing", _("Who closes an application whose documents did not come")
    INTAKE_HOURS = "intake_hours", _("Working hours to accept, refuse or ask")
    OFFICERS_TOLD_HOURS = "officers_told_hours", _("Hours within which officers are told of a filing")
    HANDED_ON_UNTIL = "handed_on_until", _("Hour until which an application is handed on the same day")
    EXTENSIONS = "extensions", _("How often a return date may be put off: 0 or 1")
    EXTENSION_DAYS_BEFORE = "extension_days_before", _("Days before the return date by whose end it may be put off")
    PAYMENT_PAUSES = "payment_pauses", _("The limit stands still while a payment is awaited")
    EARLY_REQUESTS_COUNT = "early_requests_count", _("A request before acceptance counts as the first one")
    LATE_ACCEPTANCE_WAITS = "late_acceptance_waits", _("Accepted after hours counts as the next working morning")
    SECOND_REQUEST_IS_LATE = "second_request_is_late", _("More than one request counts as late in the statistics")


class RuleCertainty(models.TextChoices):
    """How sure it is that the rule says this."""

    READ = "read", _("Read in the text")
    PRESS = "press", _("Told by other documents or the press")
    OWN_READING = "own_reading", _("Our reading of the text, not confirmed")
    UNCONFIRMED = "unconfirmed", _("No source found, not confirmed")
    OWN_CHOICE = "own_choice", _("Set by the province itself")


YES, NO = "yes", "no"
OF_A_SERVICE = frozenset({ClockKey.RESUME, ClockKey.REPLY_DAYS})
"""What an act about one field may say otherwise for a service."""
MAY_BE_UNSET = frozenset({ClockKey.REQUEST_DAYS, ClockKey.REPLY_DAYS})
LARGEST_NUMBER = 730


_SAID: dict[str, "StrOrPromise"] = {YES: _("yes"), NO: _("no")}
NAMED_VALUES: dict[str, dict[str, "StrOrPromise"]] = {
    ClockKey.RESUME: {Resume.RESTART: _("begins anew"), Resume.CONTINUE: _("goes on where it stopped")},
    ClockKey.CLOSING: {Closing.STAFF: _("an officer"), Closing.AUTOMATIC: _("the portal by itself")},
    ClockKey.PAYMENT_PAUSES: _SAID,
    ClockKey.EARLY_REQUESTS_COUNT: _SAID,
    ClockKey.LATE_ACCEPTANCE_WAITS: _SAID,
    ClockKey.SECOND_REQUEST_IS_LATE: _SAID,
}
"""What is chosen and not typed: what is stored, and how people say it."""


def value_label(key: str, text: str) -> str:
    """Return a stored value as people say it."""
    return str(NAMED_VALUES.get(key, {}).get(text, text)) or "–"


def value_help(key: str) -> "StrOrPromise":
    """Return what may be said in a row of this kind."""
    if key in NAMED_VALUES:
        return _("Choose one of the list.")
    if key == ClockKey.HANDED_ON_UNTIL:
        return _("An hour of the day: 15:00.")
    if key == ClockKey.EXTENSIONS:
        return _("0 or 1.")
    return _("A whole number, or nothing.") if key in MAY_BE_UNSET else _("A whole number.")


def read_value(key: str, text: str) -> Value:
    """Return what the text of a row says. Raise ValueError when it says nothing that this row can say."""
    text = text.strip()
    if not text and key in MAY_BE_UNSET:
        return None
    return _READERS.get(ClockKey(key), _number)(text)


def _number(text: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() else -1
    if not 0 <= number <= LARGEST_NUMBER:
        raise ValueError(f"not a number from 0 to {LARGEST_NUMBER}: {text}")
    return number


def _positive(text: str) -> int:
    number = _number(text)
    if not number:
        raise ValueError("not a number above 0")
    return number


def _never_or_once(text: str) -> int:
    number = _number(text)
    if number > 1:
        raise ValueError("neither 0 nor 1")
    return number


def _yes_or_no(text: str) -> bool:
    if text not in (YES, NO):
        raise ValueError(f"neither {YES} nor {NO}: {text}")
    return text == YES


_READERS: dict[ClockKey, Callable[[str], Value]] = {
    ClockKey.RESUME: Resume,
    ClockKey.CLOSING: Closing,
    ClockKey.HANDED_ON_UNTIL: time.fromisoformat,
    ClockKey.REQUEST_DAYS: _positive,
    ClockKey.REPLY_DAYS: _positive,
    ClockKey.INTAKE_HOURS: _positive,
    ClockKey.OFFICERS_TOLD_HOURS: _positive,
    ClockKey.EXTENSIONS: _never_or_once,
    ClockKey.PAYMENT_PAUSES: _yes_or_no,
    ClockKey.EARLY_REQUESTS_COUNT: _yes_or_no,
    ClockKey.LATE_ACCEPTANCE_WAITS: _yes_or_no,
    ClockKey.SECOND_REQUEST_IS_LATE: _yes_or_no,
}
HELP = _(
    "After a request: restart or continue. Closing: staff or automatic. Hours of the day: 15:00. Yes or no: yes, no. "
    "All others: a whole number; days for a request and for a reply may be left blank."
)
