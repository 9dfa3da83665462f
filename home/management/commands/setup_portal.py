"""`manage.py setup_portal`: what a new installation needs, from its languages to the words of citizens."""

from django.core.management import call_command
from django.core.management.base import BaseCommand

from core.holiday_rows import ensure_holidays
from core.law_rows import ensure_laws
from departments.ownership.sync import sync_departments
from home.setup import ensure_trunk


class Command(BaseCommand):
    help = (
        "Make the languages, home page, lists, groups, acts, days off and words of citizens that every "
        "installation needs. Safe to run again."
    )

    def handle(self, *args, **options):
        trunk = ensure_trunk()
        ensure_laws()
        ensure_holidays()
        call_command("load_lexicon", verbosity=0)
        for sentence in sync_departments():
            self.stdout.write(sentence)
        self.stdout.write(f"{trunk.home.title}: {trunk.home.full_url}")
