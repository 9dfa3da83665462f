"""The Django application `departments`."""

from django.apps import AppConfig


class DepartmentsConfig(AppConfig):
    name = "departments"

    def ready(self) -> None:
        from departments.ownership.stock_mails import replace_stock_mails  # noqa: PLC0415 (models are ready only now)

        replace_stock_mails()
