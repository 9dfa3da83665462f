"""Short messages about a submission, besides the mail: a delivery of its own each, so that none sends another again."""

from typing import Any

from django.utils import translation

from accounts.models import Profile
from outbox import channels
from outbox.queue import put
from services.forms.messages import editable_short_messages
from services.forms.messages.editable_short_messages import host
from services.forms.messages.registry import NOTIFICATIONS, is_wanted
from services.forms.messages.short_texts import short_text
from services.forms.models import Event, Submission

KIND = "submission.message"


def announce(event: Event) -> None:
    """Have the owner told of what happened on the channels they chose."""
    if not channels.offered():
        return
    profile = Profile.objects.of(event.submission.owner)
    for name in profile.reaching_channels() if is_wanted(event.transition, profile) else ():
        put(KIND, {"event": event.pk, "channel": name}, key=f"{stem(event.submission)}event:{event.pk}:{name}")


def send(payload: dict[str, Any]) -> None:
    """Write and send one message, if the owner can still be reached like that and still wants it."""
    event = Event.objects.select_related("submission__owner").filter(pk=payload["event"]).first()
    if event is None or not event.submission.owner.is_active:
        return
    profile = Profile.objects.of(event.submission.owner)
    if payload["channel"] in profile.reaching_channels() and is_wanted(event.transition, profile):
        channels.send(payload["channel"], profile.phone, written(event))


def written(event: Event) -> str:
    """Return the words, those of editors where there are any, in the language of the submission."""
    submission, notification = event.submission, NOTIFICATIONS[event.transition]
    with translation.override(submission.language):
        own = editable_short_messages.own_text(event)
        return own or short_text(notification, code=submission.code or "", data=event.data, host=host())


def stem(submission: Submission) -> str:
    """Begins the keys of all messages about a submission."""
    return f"{KIND}:{submission.pk}:"
