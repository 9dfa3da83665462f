"""Checks that nothing in the audit was changed, removed or slipped in since it was sealed."""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from services.forms.audit.database_guards import has_guards
from services.forms.audit.verification import Finding, verify

SHOWN = 20
"""Gaps that are named; all of them stand in --json."""


class Command(BaseCommand):
    help = "Compute every seal of the audit again. Fails and names the place when something is not as it was sealed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print the finding as JSON")
        parser.add_argument(
            "--expect", default="", metavar="SHA256", help="a head that was noted earlier and must be in the chain"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        finding = verify(options["expect"])
        if options["json"]:
            self.stdout.write(json.dumps(asdict(finding), default=str))
        else:
            self.tell(finding)
        if finding.faults:
            raise CommandError(f"{len(finding.faults)} faults in the audit", returncode=1)

    def tell(self, finding: Finding) -> None:
        """The finding in words, for a person."""
        since = f", the oldest of {finding.oldest_unsealed:%Y-%m-%d %H:%M:%S %Z}" if finding.oldest_unsealed else ""
        self.stdout.write(f"sealed: {finding.lines} lines in {finding.seals} batches")
        self.stdout.write(f"not sealed yet: {finding.unsealed} lines{since}")
        self.stdout.write(f"head: {finding.head or 'none'}")
        self.stdout.write(f"heads kept outside the database: {finding.heads or 'none (AUDIT_HEAD_FOLDER)'}")
        self.tell_gaps(finding)
        if not has_guards():
            self.stdout.write("this database has no triggers: only this check shows what was done to the audit")
        for fault in finding.faults:
            place = f"seal {fault.seal}, line {fault.line}" if fault.line else f"seal {fault.seal}"
            self.stdout.write(f"FAULT at {place if fault.seal else 'the chain'}: {fault.what}")

    def tell_gaps(self, finding: Finding) -> None:
        """Numbers without a line; a deed that was rolled back leaves one too."""
        if not finding.gaps:
            return
        missing = sum(gap.last - gap.first + 1 for gap in finding.gaps)
        named = ", ".join(f"{gap.first}–{gap.last}" for gap in finding.gaps[:SHOWN])
        more = ", …" if len(finding.gaps) > SHOWN else ""
        self.stdout.write(f"numbers without a line: {missing} ({named}{more}); no fault, a rolled back deed draws one")
