"""Removes drafts and finished dossiers whose time is over; the worker does the same once a day."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from services.forms.privacy.retention import apply_retention


class Command(BaseCommand):
    help = "Remove drafts and finished dossiers whose time to be kept is over (see RETENTION_YEARS)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="count only, remove nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        removed = apply_retention(dry_run=options["dry_run"])
        what = "would go" if options["dry_run"] else "removed"
        print(f"drafts {what}: {removed.drafts}")
        print(f"dossiers {what}: {removed.dossiers}")
        print(f"over, but on legal hold: {removed.held}")
