"""Places a legal hold on a dossier, or releases it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from services.forms import actions
from services.forms.management import _arguments
from services.forms.models import Submission
from services.forms.rules.exceptions import Incomplete, NotAllowed, ReasonMissing


class Command(BaseCommand):
    help = "Keep a filed dossier beyond its time (--reason), or let its time run again (--release)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code")
        parser.add_argument("--reason", default="", help="why it is kept, e.g. the number of a court case")
        parser.add_argument("--release", action="store_true")
        _arguments.add_by(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        submission = Submission.objects.filed().with_code(options["code"]).first()
        if submission is None:
            raise CommandError("There is no such dossier.")
        by = _arguments.responsible(options)
        try:
            if options["release"]:
                actions.release(submission=submission, by=by)
            else:
                actions.hold(submission=submission, by=by, reason=options["reason"])
        except ReasonMissing as refused:
            raise CommandError("Say why with --reason.") from refused
        except Incomplete as refused:
            raise CommandError(" ".join(refused.errors["reason"])) from refused
        except NotAllowed as refused:
            raise CommandError("This account may not do that (service_forms.change_submission).") from refused
        self.stdout.write(f"{submission.code}: {'released' if options['release'] else 'on hold'}")
