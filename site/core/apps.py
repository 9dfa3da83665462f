"""The Django application `core`."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"
