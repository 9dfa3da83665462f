"""Who delivers which kind: settings.OUTBOX_HANDLERS, kind → dotted path of `handler(payload: dict) -> None`."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

Handler = Callable[[dict[str, Any]], None]


def require_known(kind: str) -> None:
    """ImproperlyConfigured for a kind that nobody delivers."""
    if kind not in settings.OUTBOX_HANDLERS:
        raise ImproperlyConfigured(f"Nobody delivers {kind!r}: name its handler in settings.OUTBOX_HANDLERS.")


def handler_of(kind: str) -> Handler:
    """Return the function that delivers this kind; ImproperlyConfigured when there is none."""
    require_known(kind)
    handler: Handler = import_string(settings.OUTBOX_HANDLERS[kind])
    return handler
