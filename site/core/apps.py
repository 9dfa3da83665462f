"""The Django application `core`."""

from django.apps import AppConfig
from django.core import checks


class CoreConfig(AppConfig):
    name = "core"

    def ready(self) -> None:
        from core.checks import pages_name_what_exists, risks_are_accepted  # noqa: PLC0415 (models are ready only now)
        from core.spreadsheets import guard_lists_of_the_admin  # noqa: PLC0415 (models are ready only now)

        guard_lists_of_the_admin()
        checks.register(pages_name_what_exists)
        checks.register(risks_are_accepted, deploy=True)
