"""The Django application `departments`."""

from django.apps import AppConfig


class DepartmentsConfig(AppConfig):
    name = "departments"
