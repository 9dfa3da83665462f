"""Moves a dossier the way an officer does; until there is a desk, and for repairs afterwards."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import User
from services.forms import actions
from services.forms.models import Submission
from services.forms.rules.exceptions import Incomplete, SubmissionError
from services.forms.rules.transition_data import OUTCOMES
from services.forms.rules.workflow import MOVES, Actor, IllegalMove, State

OFFICE_MOVES = sorted(move.name for move in MOVES if Actor.OFFICER in move.by)


class Command(BaseCommand):
    help = "Move a filed dossier, e.g. move_submission H56-261122-0001 accept --by can-bo@example.vn"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code")
        parser.add_argument("move", choices=OFFICE_MOVES)
        parser.add_argument("--by", required=True, metavar="E-MAIL", help="the account that answers for it")
        parser.add_argument("--reason", default="", help="what the citizen reads")
        parser.add_argument("--paper", action="append", default=[], metavar="KEY=REASON", help="a paper of the form")
        parser.add_argument("--other", action="append", default=[], metavar="NAME=REASON", help="any other paper")
        parser.add_argument("--amount", type=int, help="đồng to be paid")
        parser.add_argument("--limit", type=int, help="the number of the time limit at filing, where several may hold")
        parser.add_argument("--outcome", choices=sorted(OUTCOMES))

    def handle(self, *args: Any, **options: Any) -> None:
        submission = Submission.objects.filed().with_code(options["code"]).first()
        user = User.objects.with_email(options["by"]).first()
        if submission is None or user is None:
            raise CommandError("There is no such dossier." if submission is None else "There is no such account.")
        try:
            moved = actions.move(
                submission=submission,
                name=options["move"],
                by=user,
                role=Actor.OFFICER,
                revision=submission.revision,
                reason=options["reason"],
                detail=_detail(options),
                limit=options["limit"],
            )
        except (SubmissionError, IllegalMove) as refused:
            raise CommandError(_in_words(refused)) from refused
        print(f"{moved.code}: {State(moved.state).name} ({moved.state})")


def _in_words(refused: Exception) -> str:
    """What stands in the way, with what is wrong at which place where that is known."""
    errors = refused.errors if isinstance(refused, Incomplete) else {}
    places = [f"{place}: {' '.join(texts)}" for place, texts in errors.items()]
    return f"{type(refused).__name__}: {'; '.join(places) or refused}"


def _detail(options: dict[str, Any]) -> dict[str, Any]:
    papers = [_pair(text, "question") for text in options["paper"]] + [_pair(text, "name") for text in options["other"]]
    detail = {"papers": papers, "amount": options["amount"], "outcome": options["outcome"]}
    return {name: value for name, value in detail.items() if value}


def _pair(text: str, name: str) -> dict[str, str]:
    what, _equals, reason = text.partition("=")
    return {name: what.strip(), "reason": reason.strip()}
