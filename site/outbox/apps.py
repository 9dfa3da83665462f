"""The Django application `outbox`."""

from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class OutboxConfig(AppConfig):
    name = "outbox"
    verbose_name = _("Outbox")

    def ready(self) -> None:
        from outbox.checks import check_channels  # noqa: PLC0415 (models are ready only now)

        checks.register(check_channels)
