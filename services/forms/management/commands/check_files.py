"""Compares the rows of files with the files: none may be missing."""

import hashlib
import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from services.forms.models import Attachment, AttachmentState
from services.forms.uploads import storage
from services.forms.uploads.cleanup import without_row


class Command(BaseCommand):
    help = "Lists rows without a file, files that changed, and files without a row. Fails when a row has lost its file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="print the lists as JSON")
        parser.add_argument("--digests", action="store_true", help="read every file and compare its digest too")

    def handle(self, *args: Any, **options: Any) -> None:
        sizes = {path: found.st_size for path, found in storage.files()}
        missing, changed = [], []
        rows = Attachment.objects.exclude(state=AttachmentState.REFUSED)
        for attachment in rows.only("pk", "path", "size", "sha256").iterator():
            if attachment.path not in sizes:
                missing.append(str(attachment.pk))
            elif sizes[attachment.path] != attachment.size or (options["digests"] and not _is_same(attachment)):
                changed.append(str(attachment.pk))
        found = {"rows_without_file": missing, "changed": changed, "files_without_row": without_row(list(sizes))}
        self.tell(found, as_json=options["json"])
        if missing or changed:
            raise CommandError(f"{len(missing)} rows without a file, {len(changed)} changed files", returncode=1)

    def tell(self, found: dict[str, list[str]], *, as_json: bool) -> None:
        """Print what was found, for a program or for a person."""
        if as_json:
            self.stdout.write(json.dumps(found))
            return
        for name, entries in found.items():
            self.stdout.write(f"{name}: {len(entries)}")
            for entry in entries:
                self.stdout.write(f"  {entry}")


def _is_same(attachment: Attachment) -> bool:
    with storage.open_path(attachment.path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == attachment.sha256
