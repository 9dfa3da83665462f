"""Passwords in one Unicode form: a keyboard decides whether "ế" is one sign or three, and its owner cannot see which.

A password is hashed in the composed form (NFC, RFC 8265). Hashes of other forms are older: whoever typed one of those
is let in, and the hash is made anew.
"""

import unicodedata


def composed(password: str) -> str:
    """Return the form that is hashed."""
    return unicodedata.normalize("NFC", password)


def spellings(password: str) -> list[str]:
    """Return the forms in which the same password may have been hashed, each once: as typed, composed, decomposed.

    One for a password of ASCII alone. Every one costs a hash, for known and unknown accounts alike (backends.py).
    """
    return list(dict.fromkeys((password, composed(password), unicodedata.normalize("NFD", password))))
