"""Short messages about a submission, besides the mail: a delivery of its own each, so that none sends another again."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import translation

from accounts.models import Profile
from outbox import channels
from outbox.queue import put
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
    """Return the words, in the language of the submission."""
    submission = event.submission
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc
    with translation.override(submission.language):
        return short_text(NOTIFICATIONS[event.transition], code=submission.code or "", data=event.data, host=host)


def stem(submission: Submission) -> str:
    """Begins the keys of all messages about a submission."""
    return f"{KIND}:{submission.pk}:"
