"""Mails of the outbox: each attempt at one delivery sends the same mail, so whoever receives it twice sees one."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import sha256
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage

from outbox.models import Delivery

_delivery: ContextVar[Delivery | None] = ContextVar("delivery", default=None)


@contextmanager
def attempt_at(delivery: Delivery) -> Iterator[None]:
    """Yield what is sent inside belongs to that delivery."""
    token = _delivery.set(delivery)
    try:
        yield
    finally:
        _delivery.reset(token)


def send(message: EmailMessage) -> None:
    """Send it under the name of the delivery it belongs to; a delivery sends one mail. Outside of one, under any."""
    if (delivery := _delivery.get()) is not None:
        message.extra_headers["Message-ID"] = message_id(delivery)
    message.send()


def message_id(delivery: Delivery) -> str:
    """Return the same at every attempt; it tells nobody the key, which names a dossier."""
    named = f"{settings.SECRET_KEY}\n{delivery.dedup_key}\n{delivery.created_at.isoformat()}"
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    return f"<{sha256(named.encode()).hexdigest()[:40]}@{host}>"
