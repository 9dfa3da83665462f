"""The Django application `core`."""

from django.apps import AppConfig
from django.core import checks


class CoreConfig(AppConfig):
    name = "core"

    def ready(self) -> None:
        from core.checks import risks_are_accepted
        from core.exports import guard_lists_of_the_admin

        guard_lists_of_the_admin()
        checks.register(risks_are_accepted, deploy=True)
