"""The history of a dossier as officers read it: everything, with who did it and in their words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.i18n import reader_language
from core.money import format_dong
from core.money import in_words as amount_in_words
from services.forms.definition.sentences import day
from services.forms.models import Event, Submission
from services.forms.rules.transition_data import OUTCOMES
from services.forms.rules.workflow import Actor
from services.forms.submissions.due_date_text import in_words
from services.forms.submissions.due_dates import event_dates

DONE = {
    "file": gettext_lazy("Filed by the citizen"),
    "accept": gettext_lazy("Accepted"),
    "refuse": gettext_lazy("Not accepted"),
    "refuse_late": gettext_lazy("Not accepted: the papers did not come in time"),
    "begin": gettext_lazy("Work begun"),
    "ask_for_papers": gettext_lazy("More papers asked for"),
    "ask_for_payment": gettext_lazy("Fee asked for"),
    "hand_in": gettext_lazy("Papers handed in by the citizen"),
    "hand_in_before_acceptance": gettext_lazy("Papers handed in by the citizen"),
    "pay": gettext_lazy("Payment recorded"),
    "record_payment": gettext_lazy("Payment recorded"),
    "withdraw": gettext_lazy("Withdrawn by the citizen"),
    "stop": gettext_lazy("Stopped"),
    "resolve": gettext_lazy("Decided"),
    "hand_over": gettext_lazy("Result handed over"),
    "transfer": gettext_lazy("Passed on to another agency"),
    "assign": gettext_lazy("Assigned"),
    "note": gettext_lazy("Internal note written"),
    "extend": gettext_lazy("Date put off, with an apology"),
    "recalculate": gettext_lazy("Date worked out anew with another working calendar"),
    "issue_new_pin": gettext_lazy("New tracking code issued by the citizen"),
}
"""Move → what was done."""


@dataclass(frozen=True)
class TimelineEntry:
    """One thing that happened; `facts` are short sentences about it."""

    at: datetime
    text: str
    who: str
    reason: str
    papers: list[dict[str, str]]
    facts: list[str]


def timeline(submission: Submission) -> list[TimelineEntry]:
    """Latest first. Two questions to the database, however long it is."""
    events = list(submission.events.select_related("actor"))
    keys = {event.detail.get("to") for event in events if event.move == "assign"} - {None}
    people = {user.pk: str(user) for user in get_user_model()._default_manager.filter(pk__in=keys)}
    return [_line(event, people) for event in reversed(events)]


def _line(event: Event, people: dict[Any, str]) -> TimelineEntry:
    return TimelineEntry(
        at=event.at,
        text=str(DONE[event.move]),
        who=_who(event),
        reason=event.reason,
        papers=event.detail.get("papers", []),
        facts=[*_facts(event, people)],
    )


def _who(event: Event) -> str:
    if event.role == Actor.OFFICER:
        return str(event.actor or "")
    return str(_("the citizen") if event.role == Actor.CITIZEN else _("the portal"))


def _facts(event: Event, people: dict[Any, str]) -> list[str]:
    detail, found = event.detail, _fee(event.detail)
    if outcome := detail.get("outcome"):
        found.append(_("Outcome: %(outcome)s") % {"outcome": OUTCOMES[outcome]})
    if event.move == "assign":
        found.append(_("To: %(name)s") % {"name": people.get(detail.get("to"), _("nobody"))})
    if event.move == "transfer":
        found.append(_("From %(old)s to %(new)s") % {"old": detail["from"]["name"], "new": detail["to"]["name"]})
    return [*found, *_dates(detail)]


def _fee(detail: dict[str, Any]) -> list[str]:
    """What was asked for or paid."""
    found = [money(detail["amount"])] if detail.get("amount") else []
    if what := detail.get("what"):
        found.append(_("For: %(fee)s") % {"fee": what})
    if where := detail.get("where"):
        found.append(_("Where and how: %(words)s") % {"words": where})
    if until := detail.get("pay_until"):
        found.append(_("To be paid until: %(day)s") % {"day": day(until)})
    if receipt := detail.get("receipt"):
        found.append(_("Receipt number: %(number)s") % {"number": receipt})
    return found


def _dates(detail: dict[str, Any]) -> list[str]:
    words = {
        "due_at": _("Due: %(moment)s"),
        "was_due_at": _("Due before: %(moment)s"),
        "reply_until": _("Reply expected until: %(moment)s"),
    }
    dates = event_dates(detail)
    return [pattern % {"moment": in_words(moment)} for name, pattern in words.items() if (moment := dates[name])]


def money(amount: int) -> str:
    """An amount as figures, and in Vietnamese words as on a receipt."""
    return f"{format_dong(amount, reader_language())} ({amount_in_words(amount)})"
