"""Secrets of second factors as the database keeps them: encrypted with a key made from the site's secret."""

import base64
import hashlib
from functools import cache

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


def encrypt(text: str) -> str:
    """Return the text in a form that is of no use without settings.SECRET_KEY."""
    return _box(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS).encrypt(text.encode()).decode()


def decrypt(encrypted: str) -> str:
    """Return the text again; InvalidToken when neither the site's secret nor one of its predecessors made it."""
    return _box(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS).decrypt(encrypted.encode()).decode()


@cache
def _box(*secrets: str) -> MultiFernet:
    digests = (hashlib.sha256(b"accounts.encryption:" + secret.encode()).digest() for secret in secrets)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
