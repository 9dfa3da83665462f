"""`manage.py setup_portal`: languages, home page, lists, groups, acts and days off of a new installation."""

from django.core.management.base import BaseCommand

from core.holiday_rows import ensure_holidays
from core.law_rows import ensure_laws
from departments.ownership.sync import sync_departments
from home.setup import ensure_trunk


class Command(BaseCommand):
    help = (
        "Make the languages, home page, lists, groups, acts and days off that every installation needs. "
        "Safe to run again."
    )

    def handle(self, *args, **options):
        trunk = ensure_trunk()
        ensure_laws()
        ensure_holidays()
        for sentence in sync_departments():
            self.stdout.write(sentence)
        self.stdout.write(f"{trunk.home.title}: {trunk.home.full_url}")
