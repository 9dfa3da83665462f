"""Writes everything about one person into an archive, for a request for one's own data."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from services.forms.management import _arguments
from services.forms.privacy.person_export import export_person


class Command(BaseCommand):
    help = "Write account, details, dossiers, files and audit of a person into a zip archive."

    def add_arguments(self, parser: CommandParser) -> None:
        _arguments.add_arguments(parser)
        parser.add_argument("--out", type=Path, metavar="FILE", help="the archive; by default person-<ID>.zip here")

    def handle(self, *args: Any, **options: Any) -> None:
        user, by = _arguments.named(options), _arguments.responsible(options)
        target = options["out"] or Path(f"person-{user.pk}.zip")
        try:
            manifest = export_person(user, target, by=by)
        except OSError as error:
            raise CommandError(f"{target}: {error.strerror or 'it is there already'}") from error
        self.stdout.write(f"{target}: {len(manifest['files'])} files, {len(manifest['without_bytes'])} without bytes")
