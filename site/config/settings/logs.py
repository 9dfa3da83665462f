"""Logging: one line per event on standard error, as text with tracebacks or, in production, as JSON without words."""

from logging import LogRecord
from typing import Any


def without_traceback_of_visitors(record: LogRecord) -> bool:
    """Return what a visitor did wrong (a foreign host name, a form too large) is an event; our own code is not at
    fault.
    """
    if record.name.startswith("django.security."):
        record.exc_info = record.exc_text = None
    return True


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "visitors": {"()": "django.utils.log.CallbackFilter", "callback": without_traceback_of_visitors},
        "request_id": {"()": "core.logs.RequestIdFilter"},
    },
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name} [{request_id}] {message}", "style": "{"},
        "json": {"()": "core.logs.JsonFormatter"},
    },
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["visitors", "request_id"]},
    },
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django_tasks": {"level": "WARNING"},
        "fontTools": {"level": "WARNING"},
        "wagtail": {"level": "WARNING"},
    },
}
