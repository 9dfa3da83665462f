"""Pages of the mailbox of the demonstration; with other settings they do not exist."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from outbox.channels import ChannelName, newest_messages
from outbox.mailbox import find, newest

PRIVATE = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}


@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """Return the newest mails and messages that this demonstration sent."""
    context = {"title": _("Demonstration mailbox"), "mails": newest(_folder()), "messages_sent": _messages()}
    return _private(render(request, "outbox/mailbox.html", context))


@require_safe
def mail(request: HttpRequest, mark: str) -> HttpResponse:
    """Return one mail as text."""
    found = find(_folder(), mark)
    if found is None:
        raise Http404
    title = found.subject or _("Mail without a subject")
    return _private(render(request, "outbox/mail.html", {"title": title, "mail": found}))


def _messages() -> list[dict[str, Any]]:
    """Return the short messages, with their channel in words."""
    sent = newest_messages(Path(settings.MESSAGE_FOLDER)) if settings.MESSAGE_FOLDER else []
    labels = dict(ChannelName.choices)
    return [{"channel": labels.get(message.channel, message.channel), "message": message} for message in sent]


def _folder() -> Path:
    if not settings.DEMO:
        raise Http404
    return Path(settings.MAILBOX_FOLDER)


def _private(response: HttpResponse) -> HttpResponse:
    for name, value in PRIVATE.items():
        response.headers[name] = value
    return response
