"""Brings a submission from one state to another as an officer does at the desk: for repairs."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import User
from services.forms import actions
from services.forms.models import Submission
from services.forms.rules.exceptions import Incomplete, SubmissionError
from services.forms.rules.transition_data import OUTCOMES
from services.forms.rules.transition_shapes import PaperInput, TransitionInput
from services.forms.rules.transition_spec import Transition
from services.forms.rules.transitions import STATE_CHANGES
from services.forms.rules.workflow import Actor, IllegalTransition, State

BY_OFFICERS = sorted(name for name, spec in STATE_CHANGES.items() if Actor.OFFICER in spec.by)


class Command(BaseCommand):
    help = "Change the state of a filed dossier, e.g. move_submission H56-261122-0001 accept --by can-bo@example.vn"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code")
        parser.add_argument("transition", choices=[str(name) for name in BY_OFFICERS])
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
            moved = actions.perform_transition(
                submission=submission,
                name=Transition(options["transition"]),
                by=user,
                role=Actor.OFFICER,
                revision=submission.revision,
                reason=options["reason"],
                detail=_detail(options),
                limit=options["limit"],
            )
        except (SubmissionError, IllegalTransition) as refused:
            raise CommandError(_in_words(refused)) from refused
        print(f"{moved.code}: {State(moved.state).name} ({moved.state})")


def _in_words(refused: Exception) -> str:
    """Return what stands in the way, with what is wrong at which place where that is known."""
    errors = refused.errors if isinstance(refused, Incomplete) else {}
    places = [f"{place}: {' '.join(texts)}" for place, texts in errors.items()]
    return f"{type(refused).__name__}: {'; '.join(places) or refused}"


def _detail(options: dict[str, Any]) -> TransitionInput:
    said = TransitionInput()
    if options["paper"] or options["other"]:
        known = [PaperInput(question=what, reason=reason) for what, reason in map(_pair, options["paper"])]
        others = [PaperInput(name=what, reason=reason) for what, reason in map(_pair, options["other"])]
        said["papers"] = known + others
    if options["amount"]:
        said["amount"] = options["amount"]
    if options["outcome"]:
        said["outcome"] = options["outcome"]
    return said


def _pair(text: str) -> tuple[str, str]:
    what, _equals, reason = text.partition("=")
    return what.strip(), reason.strip()
