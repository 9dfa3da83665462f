"""Erases one person: the account, drafts, ended dossiers; says what stays and why."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.closing import ClosingRefused
from services.forms.management import _arguments
from services.forms.privacy.erasure import Settled, erase_person, plan


class Command(BaseCommand):
    help = "Close an account and remove what is known of its person (see ERASURE_OF_ENDED). There is no way back."

    def add_arguments(self, parser: CommandParser) -> None:
        _arguments.add_arguments(parser)
        parser.add_argument("--dry-run", action="store_true", help="tell only, change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        user, by = _arguments.named(options), _arguments.responsible(options)
        number = user.pk
        try:
            settled = plan(user) if options["dry_run"] else erase_person(user, by=by)
        except ClosingRefused as refused:
            raise CommandError(str(refused)) from refused
        would = "would be " if options["dry_run"] else ""
        for each in settled:
            self.tell(each, would)
        self.stdout.write(f"account {number}: {would}closed")

    def tell(self, each: Settled, would: str) -> None:
        """One dossier by its code; a draft has none."""
        until = f", until {each.until:%Y-%m-%d}" if each.until else ""
        self.stdout.write(f"{each.code or 'draft'}: {would}{each.fate}{until}")
