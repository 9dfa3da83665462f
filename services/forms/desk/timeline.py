"""The history of a dossier as officers read it: everything, with who did it and in their words."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from core.i18n import reader_language
from core.money import format_dong
from core.money import in_words as amount_in_words
from services.forms.definition.sentences import day
from services.forms.models import Event, Submission
from services.forms.rules.transition_data import OUTCOMES
from services.forms.rules.transition_shapes import EventData, RequestedPaper
from services.forms.rules.transition_spec import Transition
from services.forms.rules.workflow import Actor
from services.forms.submissions.due_date_text import in_words
from services.forms.submissions.due_dates import event_dates
from services.forms.submissions.handovers import assigned_to, transferred


@dataclass(frozen=True)
class TimelineEntry:
    """One thing that happened; `facts` are short sentences about it."""

    at: datetime
    text: str
    who: str
    reason: str
    papers: list[RequestedPaper]
    facts: list[str]


def timeline(submission: Submission) -> list[TimelineEntry]:
    """Latest first. Two questions to the database, however long it is."""
    events = list(submission.events.select_related("actor"))
    keys = {assigned_to(event) for event in events} - {None}
    people = {user.pk: str(user) for user in get_user_model()._default_manager.filter(pk__in=keys)}
    return [_line(event, people) for event in reversed(events)]


def _line(event: Event, people: dict[int, str]) -> TimelineEntry:
    return TimelineEntry(
        at=event.at,
        text=str(event.spec.officer_text),
        who=_who(event),
        reason=event.reason,
        papers=event.data.get("papers", []),
        facts=[*_facts(event, people)],
    )


def _who(event: Event) -> str:
    if event.role == Actor.OFFICER:
        return str(event.actor or "")
    return str(_("the citizen") if event.role == Actor.CITIZEN else _("the portal"))


def _facts(event: Event, people: dict[int, str]) -> list[str]:
    found = _fee(event.data)
    if outcome := event.data.get("outcome"):
        found.append(_("Outcome: %(outcome)s") % {"outcome": OUTCOMES[outcome]})
    if event.move == Transition.ASSIGN:
        found.append(_("To: %(name)s") % {"name": people.get(assigned_to(event) or 0, _("nobody"))})
    if agencies := transferred(event):
        old, new = agencies
        found.append(_("From %(old)s to %(new)s") % {"old": old["name"], "new": new["name"]})
    return [*found, *_dates(event.data)]


def _fee(data: EventData) -> list[str]:
    """What was asked for or paid."""
    found = [money(data["amount"])] if data.get("amount") else []
    if what := data.get("what"):
        found.append(_("For: %(fee)s") % {"fee": what})
    if where := data.get("where"):
        found.append(_("Where and how: %(words)s") % {"words": where})
    if until := data.get("pay_until"):
        found.append(_("To be paid until: %(day)s") % {"day": day(until)})
    if receipt := data.get("receipt"):
        found.append(_("Receipt number: %(number)s") % {"number": receipt})
    return found


def _dates(data: EventData) -> list[str]:
    words = {
        "due_at": _("Due: %(moment)s"),
        "was_due_at": _("Due before: %(moment)s"),
        "reply_until": _("Reply expected until: %(moment)s"),
    }
    dates = event_dates(data)
    return [pattern % {"moment": in_words(moment)} for name, pattern in words.items() if (moment := dates[name])]


def money(amount: int) -> str:
    """An amount as figures, and in Vietnamese words as on a receipt."""
    return f"{format_dong(amount, reader_language())} ({amount_in_words(amount)})"
