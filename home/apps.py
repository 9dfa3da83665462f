"""The Django application `home`."""

from django.apps import AppConfig
from django.core import checks


class HomeConfig(AppConfig):
    name = "home"

    def ready(self) -> None:
        from home.checks import demo_accounts_are_gone  # noqa: PLC0415 (models are ready only now)

        checks.register(demo_accounts_are_gone, deploy=True)
