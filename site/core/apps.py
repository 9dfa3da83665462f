"""The Django application `core`."""

from django.apps import AppConfig
from django.core import checks


class CoreConfig(AppConfig):
    name = "core"

    def ready(self) -> None:
        from core.checks import risks_are_accepted

        checks.register(risks_are_accepted, deploy=True)
