"""Logging: one line per event on standard error, and a traceback for each fault of our own."""

from logging import LogRecord


def without_traceback_of_visitors(record: LogRecord) -> bool:
    """What a visitor did wrong (a foreign host name, a form too large) is an event; our own code is not at fault."""
    if record.name.startswith("django.security."):
        record.exc_info = record.exc_text = None
    return True


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"visitors": {"()": "django.utils.log.CallbackFilter", "callback": without_traceback_of_visitors}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["visitors"]}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django_tasks": {"level": "WARNING"},
        "fontTools": {"level": "WARNING"},
        "wagtail": {"level": "WARNING"},
    },
}
