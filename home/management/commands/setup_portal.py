"""`manage.py setup_portal`: languages, home page, lists, groups and acts of a new installation."""

from django.core.management.base import BaseCommand

from accounts.groups import ensure_groups
from core.law_rows import ensure_laws
from home.setup import ensure_trunk


class Command(BaseCommand):
    help = "Make the languages, home page, lists, groups and acts that every installation needs. Safe to run again."

    def handle(self, *args, **options):
        trunk = ensure_trunk()
        ensure_groups()
        ensure_laws()
        self.stdout.write(f"{trunk.home.title}: {trunk.home.full_url}")
