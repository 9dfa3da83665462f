"""Reasons: what an office writes for a citizen to act upon has to say something; a dot or one letter says nothing."""

from django.utils.translation import gettext_lazy as _

from core.text import fold

FEWEST_LETTERS = 10
FEWEST_DIFFERENT = 3
"""“aaaaaaaaaa” and “ababababab” say nothing either."""

TOO_THIN = _(
    "Write the reason in words, at least %(letters)d letters, so that the citizen knows what is wrong and what to do."
)


def says_something(reason: str) -> bool:
    """Return whether a reason has enough letters, and not the same few over and over."""
    letters = [sign for sign in fold(reason) if sign.isalpha()]
    return len(letters) >= FEWEST_LETTERS and len(set(letters)) >= FEWEST_DIFFERENT


def too_thin() -> str:
    """Return what is said of a reason that says nothing."""
    return str(TOO_THIN % {"letters": FEWEST_LETTERS})
