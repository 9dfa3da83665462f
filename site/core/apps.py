"""The Django application `core`."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"

    def ready(self) -> None:
        from core.exports import guard_lists_of_the_admin

        guard_lists_of_the_admin()
