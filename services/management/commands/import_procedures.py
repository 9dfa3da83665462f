"""Reads a file of national records into the portal."""

import json
from argparse import ArgumentTypeError
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from tqdm import tqdm

from core.quiet_indexes import quietly
from departments.models import DepartmentPage
from services.national.importing import Importer
from services.national.indexing import index_pages
from services.national.outcomes import Outcome, Result, last_line
from services.national.reading import ReadLine, count_records, read_records
from services.national.shelf import shelf


def existing_file(typed: str) -> Path:
    """Return the path of a file that is there."""
    path = Path(typed)
    if not path.is_file():
        raise ArgumentTypeError(_("There is no such file: %(path)s") % {"path": typed})
    return path


class Command(BaseCommand):
    help = "Import procedures from a file of national records (.jsonl or .jsonl.gz), one record a line."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=existing_file)
        parser.add_argument("--publish", action="store_true", help="Publish what the gate lets through.")
        parser.add_argument("--dry-run", action="store_true", help="Do everything, then take it back.")
        parser.add_argument("--department", help="Only records of this department: the slug of its page.")
        parser.add_argument("--fetched-on", type=date.fromisoformat, help="Day of the capture; else that of the file.")
        parser.add_argument("--json", action="store_true", help="Tell every record as one line of JSON.")

    def handle(self, *, file: Path, dry_run: bool, verbosity: int, **options: Any) -> None:
        changed = datetime.fromtimestamp(file.stat().st_mtime, UTC)
        importer = Importer(
            source=file.name,
            fetched_on=options["fetched_on"] or timezone.localdate(changed),
            publish=options["publish"],
            department=_department(options["department"]),
        )
        report = Report(self, as_json=options["json"], silent=verbosity == 0)
        with translation.override(settings.LANGUAGE_CODE), quietly():
            if dry_run:
                with transaction.atomic():
                    self._import(file, importer, report)
                    transaction.set_rollback(True)
            else:
                try:
                    self._import(file, importer, report)
                finally:  # also when somebody breaks it off
                    self._index(importer.touched, silent=report.silent)
            report.finish()

    def _import(self, path: Path, importer: Importer, report: "Report") -> None:
        shelf(importer.vocabulary.locale)
        lines = read_records(path)
        for read in tqdm(
            lines, total=count_records(path), desc=path.name, unit="", mininterval=1, disable=report.silent
        ):
            report.add(_taken(read, importer))

    def _index(self, pages: list[int], *, silent: bool) -> None:
        with tqdm(total=len(pages), desc=_("Indexes"), unit="", mininterval=1, disable=silent) as bar:
            for done in index_pages(pages):
                bar.update(done)


class Report:
    """Counts what became of the records, and tells why some have no page and some pages are not public."""

    def __init__(self, command: BaseCommand, *, as_json: bool, silent: bool) -> None:
        self.command = command
        self.as_json = as_json
        self.silent = silent
        self.counts: Counter[Outcome] = Counter()
        self.published = 0
        self.skipped = 0
        self.reasons: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        """By whether there is no page, then by reason."""

    def add(self, result: Result | None) -> None:
        """Count one record; None is one of another department."""
        if result is None:
            self.skipped += 1
            return
        self.counts[result.outcome] += 1
        self.published += result.is_published
        if result.reason:
            self.reasons[result.outcome is Outcome.REFUSED][result.reason] += 1
        if self.as_json:
            self.command.stdout.write(json.dumps(result.as_json(), ensure_ascii=False))

    def finish(self) -> None:
        """Tell the reasons, the commonest first, and the counts."""
        if not self.as_json:
            self._tell(_("No page"), self.reasons[True])
            self._tell(_("Page not published"), self.reasons[False])
            self.command.stdout.write(_("Published: %(count)d") % {"count": self.published})
        if self.skipped:
            self.command.stdout.write(_("Of other departments: %(count)d") % {"count": self.skipped})
        self.command.stdout.write(last_line(self.counts))

    def _tell(self, heading: str, reasons: Counter[str]) -> None:
        if reasons:
            self.command.stdout.write(f"{heading}: {reasons.total()}")
        for reason, count in reasons.most_common():
            self.command.stdout.write(f"{count:>6}  {reason}")


def _taken(read: ReadLine, importer: Importer) -> Result | None:
    if read.record is None:
        reason = _("line %(number)d is no record: %(fault)s") % {"number": read.number, "fault": read.fault}
        return Result("", "", Outcome.REFUSED, reason)
    return importer.take(read.record)


def _department(slug: str | None) -> int | None:
    if slug is None:
        return None
    found = DepartmentPage.objects.filter(slug=slug, locale__language_code=settings.LANGUAGE_CODE).first()
    if found is None:
        raise CommandError(_("There is no department with this slug: %(slug)s") % {"slug": slug})
    return found.pk
