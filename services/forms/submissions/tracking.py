"""Tracking a dossier without logging in: its code, which anybody can guess, and a tracking code, which nobody can.

The tracking code is not stored. It follows from the site's secret, the dossier and how often a new one was issued.
"""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from core.target_limits import TargetLimit
from services.forms.models import Submission
from services.forms.rules.references import code_key

ALPHABET = "34679ACDEFGHJKMNPQRTVWXY"
"""No 0 beside O, no 1 beside I and L, no 2 beside Z, no 5 beside S, no 8 beside B, no U beside V."""
MEANT = str.maketrans("U", "V")
"""A sign that is in no tracking code, and the only one it can be mistaken for."""
LENGTH = 8
LONGEST_CODE = 40
SALT = "services.forms.tracking"  # as always: links that were sent stay good

TRIES = TargetLimit("tracking", near=10, attacked=8, across=20, sender=60)
"""Wrong pairs, by the code of the dossier, whether or not it exists."""

NOBODY = UUID(int=0)
"""Stands for the dossier of a code that does not exist, so that looking takes the same work."""


def tracking_code_of(submission: Submission) -> str:
    """Return the tracking code of a filed dossier, the same on receipt, mail and PDF."""
    return derive_tracking_code(submission.pk, submission.pin_counter, settings.SECRET_KEY)


def derive_tracking_code(submission: UUID, counter: int, secret: str | bytes) -> str:
    """Return the code that follows from these: an HMAC written with the symbols of the alphabet."""
    digest = salted_hmac(SALT, f"{submission.hex}:{counter}", secret=secret, algorithm="sha256").digest()
    number = int.from_bytes(digest, "big")
    symbols = []
    for _position in range(LENGTH):
        number, symbol = divmod(number, len(ALPHABET))
        symbols.append(ALPHABET[symbol])
    return "".join(symbols)


def format_tracking_code(pin: str) -> str:
    """Return the tracking code in two groups, easier to copy by hand."""
    return f"{pin[:4]} {pin[4:]}"


def find_submission(*, code: str, pin: str, sender: str, device: str = "") -> Submission | None:
    """Return the filed dossier of that code, if the tracking code is its own; None whatever was wrong.

    `sender` is the network address (core.client_address), `device` the secret of a device that has found it before.
    LimitReached when the address asked too often, or asked for this code too often, whether it exists or not.
    """
    asked = normalise_code(code)
    attempt = TRIES.attempt(asked, sender=sender, device=device)
    found = Submission.objects.filed().with_code(asked).first()
    fits = _is_pin(found.pk if found else NOBODY, found.pin_counter if found else 0, pin)
    if not fits:
        return None
    attempt.give_back()
    return found


def normalise_code(code: str) -> str:
    """Return the code of a dossier as somebody typed it, in the one form it is looked for and counted by."""
    return code_key(code)[:LONGEST_CODE]


def _is_pin(submission: UUID, counter: int, typed: str) -> bool:
    typed = code_key(typed).translate(MEANT)
    return any(constant_time_compare(typed, derive_tracking_code(submission, counter, secret)) for secret in _secrets())


def _secrets() -> Iterable[str | bytes]:
    """Return the secret, and those it replaced lately: a printed tracking code outlives a change of the secret."""
    return [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
