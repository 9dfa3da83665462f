"""Checks that nothing in the audit was changed, removed or slipped in since it was sealed."""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from services.forms.audit_checking import Finding, verify


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
        for fault in finding.faults:
            place = f"seal {fault.seal}, line {fault.line}" if fault.line else f"seal {fault.seal}"
            self.stdout.write(f"FAULT at {place if fault.seal else 'the chain'}: {fault.what}")
