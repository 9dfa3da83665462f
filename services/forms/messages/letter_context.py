"""What a letter says of a dossier besides what happened: names in its language, whom to ask, the decision, the fee."""

from typing import Any

from core.i18n import reader_language
from services.forms.models import Event, Submission
from services.forms.rules.transition_data import GRANTED
from services.forms.rules.transition_spec import Transition
from services.forms.submissions.calendars import calendar_of
from services.forms.submissions.contacts import whom_to_ask
from services.forms.submissions.handovers import transferred
from services.forms.submissions.localized_names import LocalizedNames, name_of
from services.forms.submissions.objections import how_to_object
from services.forms.submissions.payment_requests import payment_request
from services.forms.submissions.punctuality import punctuality
from services.forms.submissions.results import way_of_delivery
from services.rules.wording import money

Facts = dict[str, Any]


def submission_context(submission: Submission) -> Facts:
    """Return what every letter says, in the language in force."""
    names = LocalizedNames([submission], reader_language())
    return {
        "service": str(names.service(submission)),
        "agency": str(names.agency(submission)),
        "place": whom_to_ask(submission),
    }


def transition_context(event: Event) -> Facts:
    """Return what the letter about that event says, in the language in force."""
    facts = _FACTS.get(event.transition)
    found = facts(event) if facts else {}
    is_refusal = event.spec.is_refusal or not found.get("is_granted", True)
    service, language = event.submission.service_key, reader_language()
    return found | {"objection": how_to_object(service, language) if is_refusal else ""}


def _decision(event: Event) -> Facts:
    """Return the outcome, early or late, and the way the owner chose to receive the result."""
    row, decided_at = event.submission, event.submission.resolved_at or event.at
    return {
        "is_granted": event.data.get("outcome") == GRANTED,
        "due_at": row.due_at,
        "punctuality": punctuality(decided_at, row.due_at, calendar_of(row)),
        "is_late": row.due_at is not None and row.due_at < decided_at,
        "ways": way_of_delivery(row, row.version.form(row.language)),
    }


def _fee(event: Event) -> Facts:
    request = payment_request(event)
    return {"payment": request, "amount": money(request.amount) if request.amount else ""}


def _transfer(event: Event) -> Facts:
    agencies = transferred(event)
    return {"receiver": str(name_of(agencies[1]["key"], agencies[1]["name"], reader_language())) if agencies else ""}


_FACTS = {
    Transition.RESOLVE: _decision,
    Transition.ASK_FOR_PAYMENT: _fee,
    Transition.TRANSFER: _transfer,
}
