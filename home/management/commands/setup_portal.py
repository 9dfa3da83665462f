"""`manage.py setup_portal`: languages, home page and lists of a new installation."""

from django.core.management.base import BaseCommand

from home.setup import ensure_trunk


class Command(BaseCommand):
    help = "Make the languages, the home page and the lists that every installation needs. Safe to run again."

    def handle(self, *args, **options):
        trunk = ensure_trunk()
        self.stdout.write(f"{trunk.home.title}: {trunk.home.full_url}")
