"""The Django application `services.forms`: what is filed online, and the case behind it."""

from django.apps import AppConfig


class FormsConfig(AppConfig):
    name = "services.forms"
    label = "service_forms"

    def ready(self) -> None:
        from services.forms import transition_checks  # noqa: F401, PLC0415 (it registers itself, once models are ready)
        from services.forms.uploads import checks  # noqa: F401, PLC0415 (it registers them)
