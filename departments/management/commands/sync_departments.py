"""`manage.py sync_departments`: groups, rights, collections and the workflow follow the departments."""

from typing import Any

from django.core.management.base import BaseCommand

from departments.ownership.sync import sync_departments


class Command(BaseCommand):
    help = (
        "Make the groups, rights and collections of every department that exists, and the workflow of all pages. "
        "The worker does it every hour. Safe to run again."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        for sentence in sync_departments():
            self.stdout.write(sentence)
