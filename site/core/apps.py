"""The Django application `core`."""

from django.apps import AppConfig
from django.core import checks


class CoreConfig(AppConfig):
    name = "core"

    def ready(self) -> None:
        from core import checks as own  # noqa: PLC0415 (models are ready only now)
        from core.spreadsheets import guard_lists_of_the_admin  # noqa: PLC0415 (models are ready only now)

        guard_lists_of_the_admin()
        checks.register(own.pages_name_what_exists)
        checks.register(own.templates_name_known_acts)
        checks.register(own.risks_are_accepted, deploy=True)
