"""Mails about a submission: put into the outbox with the transition they tell of, written when they are sent."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation

from accounts.models import Profile
from core.addresses import absolute
from core.signature import signature
from outbox import mails
from outbox.letters.writing import LetterParts, write
from outbox.models import Delivery
from outbox.queue import put
from services.forms.messages import short_messages
from services.forms.messages.letter_context import submission_context, transition_context
from services.forms.messages.registry import NOTIFICATIONS, REMINDER, REPLY_REMINDER, is_wanted
from services.forms.models import Event, Submission
from services.forms.rules.workflow import State
from services.forms.submissions import tracking
from services.forms.submissions.citizen_texts import CitizenTexts
from services.forms.submissions.due_dates import event_dates
from services.rules.wording import limit_in_words

KIND = "submission.mail"

BEFORE_REPLY = timedelta(days=3)
"""So long before its end a request for papers is brought to mind."""

RESULT_PLACE = "result"
"""Where the result stands on the page of a dossier."""

Payload = dict[str, Any]


def announce(event: Event) -> None:
    """Have the owner told of what happened."""
    put(KIND, {"event": event.pk}, key=f"{_stem(event.submission)}event:{event.pk}")
    short_messages.announce(event)
    _remind_of_reply(event)


def _remind_of_reply(event: Event) -> None:
    """Once more before the day that was said for the reply, unless that is too near for a reminder to be news."""
    until = event_dates(event.data)["reply_until"]
    if until and until - event.at > 2 * BEFORE_REPLY:
        key = f"{_stem(event.submission)}reply:{event.pk}"
        put(KIND, {"reply": event.pk}, key=key, run_after=until - BEFORE_REPLY)


def announce_end(draft: Submission, days: int) -> None:
    """Have the owner of a draft reminded that it ends in so many days unless it is changed."""
    key = f"{_stem(draft)}reminder:{draft.revision}:{days}"
    put(KIND, {"draft": str(draft.pk), "revision": draft.revision}, key=key)


def forget(submission: Submission) -> None:
    """Take what the outbox holds about a submission out of it, delivered or not."""
    for stem in (_stem(submission), short_messages.stem(submission)):
        Delivery.objects.filter(dedup_key__startswith=stem).delete()


def send(payload: Payload) -> None:
    """Write and send one mail, unless it tells of what is gone or not wanted, or the account was closed."""
    letter = _letter(payload)
    if letter is None:
        return
    submission, name, told = letter
    if submission.owner.is_active:
        subject, text = written(submission, name, told)
        headers = {"Auto-Submitted": "auto-generated"}
        mails.send(EmailMessage(subject, text, to=[submission.owner.email], headers=headers))


def written(submission: Submission, name: str, context: Payload) -> LetterParts:
    """Return subject and text of a letter in the language of the submission. Names and answers stand in neither."""
    with translation.override(submission.language):
        everything = {
            "submission": submission,
            **submission_context(submission),
            "url": _address("submission", submission.pk),
            "result_url": f"{_address('submission', submission.pk)}#{RESULT_PLACE}",
            "supplement_url": _address("submission_supplement", submission.pk),
            "tracking_url": _address("tracking"),
            **signature(),
            "is_demo": settings.DEMO,
            **context,
        }
        template = f"emails/submissions/{submission.language}/{name}.txt"
        return write(f"submissions/{name}", template, everything, submission.language)


def _letter(payload: Payload) -> tuple[Submission, str, Payload] | None:
    if "event" in payload:
        return _of_event(payload["event"])
    if "reply" in payload:
        return _of_reply(payload["reply"])
    return _of_draft(payload["draft"], payload["revision"])


def _of_reply(pk: int) -> tuple[Submission, str, Payload] | None:
    """Return the reminder of a request while that is still open, else None."""
    event = Event.objects.select_related("submission__owner").filter(pk=pk).first()
    if event is None or event.submission.state != State.SUPPLEMENT or event.submission.legal_hold:
        return None
    is_last = not event.submission.events.filter(move=event.move, pk__gt=event.pk).exists()
    return (event.submission, REPLY_REMINDER, told_by(event)) if is_last else None


def _of_event(pk: int) -> tuple[Submission, str, Payload] | None:
    event = Event.objects.select_related("submission__owner").filter(pk=pk).first()
    if event is None or not is_wanted(event.transition, Profile.objects.of(event.submission.owner)):
        return None
    return event.submission, NOTIFICATIONS[event.transition].letter, told_by(event)


def _of_draft(pk: str, revision: int) -> tuple[Submission, str, Payload] | None:
    """Return the reminder of a draft while nobody has changed it since, else None."""
    draft = Submission.objects.drafts().select_related("owner").filter(pk=pk, revision=revision).first()
    if draft is None:
        return None
    return draft, REMINDER, {"ends_at": draft.changed_at + timedelta(days=settings.DRAFT_DAYS)}


def told_by(event: Event) -> Payload:
    """Return what the letter about an event says besides the submission, in the language of the submission."""
    with translation.override(event.submission.language):
        limit, facts = limit_in_words(event.submission.limit), transition_context(event)
    words = CitizenTexts([event.submission.service_key], event.submission.language)
    return {
        "at": event.at,
        "reason": event.reason,
        "papers": event.data.get("papers", []),
        "effect": event.data.get("effect", ""),
        "is_anew": event.submission.complete_at == event.at,
        "added": words.added(event.submission.service_key, event.transition),
        "slip": event.slips.first(),
        **event_dates(event.data),
        **facts,
        "limit": limit,
        "pin": tracking.format_tracking_code(tracking.tracking_code_of(event.submission)),
    }


def _stem(submission: Submission) -> str:
    return f"{KIND}:{submission.pk}:"


def _address(name: str, *args: object) -> str:
    return absolute(reverse(name, args=args))
