"""Counts the statistics now; the worker does the same every ten minutes."""

from typing import Any

from django.core.management.base import BaseCommand

from services.forms.statistics.recount import recount_tallies


class Command(BaseCommand):
    help = "Count the tallies behind the statistics anew."

    def handle(self, *args: Any, **options: Any) -> None:
        print(f"tallies: {recount_tallies()}")
