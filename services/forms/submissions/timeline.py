"""The timeline of a submission: an entry for each event, in the words of its reader.

Its owner reads what concerns them, without what the agency does among its own people and without names; officers read
everything, with who did it and the facts in sentences.
"""

from dataclasses import dataclass, replace
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
from services.forms.rules.transitions import INTERNAL
from services.forms.rules.workflow import Actor, State
from services.forms.submissions.citizen_texts import CitizenTexts
from services.forms.submissions.due_date_text import in_words
from services.forms.submissions.due_dates import event_dates, moment_from_json
from services.forms.submissions.handovers import assigned_to, transferred
from services.rules.wording import money


@dataclass(frozen=True)
class TimelineEntry:
    """One event as somebody reads it. `who` did it and `facts`, short sentences, are told to officers alone."""

    at: datetime
    transition: Transition
    text: str
    by_citizen: bool
    reason: str
    papers: list[RequestedPaper]
    amount: str
    what: str
    outcome: str
    due_at: datetime | None
    state: State
    who: str = ""
    facts: tuple[str, ...] = ()


def owner_timeline(submission: Submission, words: CitizenTexts | None = None) -> list[TimelineEntry]:
    """Oldest first. `words`: those of the submission's service, from whoever has read them already."""
    words = words or CitizenTexts([submission.service_key])
    events = [event for event in submission.events.all() if event.move not in INTERNAL]
    return [owner_entry(event, submission, words) for event in events]


def owner_entry(event: Event, submission: Submission, words: CitizenTexts) -> TimelineEntry:
    """Return one event as the owner of its submission reads it; who at the agency did it is the agency's business."""
    return _entry(event, words.happened(submission.service_key, event.transition))


def officer_timeline(submission: Submission) -> list[TimelineEntry]:
    """Latest first. Two questions to the database, however long it is."""
    events = list(submission.events.select_related("actor"))
    keys = {assigned_to(event) for event in events} - {None}
    people = {user.pk: str(user) for user in get_user_model()._default_manager.filter(pk__in=keys)}
    return [
        replace(_entry(event, str(event.spec.officer_text)), who=_who(event), facts=(*_facts(event, people),))
        for event in reversed(events)
    ]


def _entry(event: Event, text: str) -> TimelineEntry:
    """Return what both read of an event; `text` is what happened, in the words of the reader."""
    data = event.data
    return TimelineEntry(
        at=event.at,
        transition=event.transition,
        text=text,
        by_citizen=event.role == Actor.CITIZEN,
        reason=event.reason,
        papers=data.get("papers", []),
        amount=money(amount) if (amount := data.get("amount")) else "",
        what=data.get("what", ""),
        outcome=data.get("outcome", ""),
        due_at=moment_from_json(data.get("due_at")),
        state=State(event.to_state),
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
    """Return what was asked for or paid."""
    found = [_money_in_full(data["amount"])] if data.get("amount") else []
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


def _money_in_full(amount: int) -> str:
    """Return an amount as figures, and in Vietnamese words as on a receipt."""
    return f"{format_dong(amount, reader_language())} ({amount_in_words(amount)})"
