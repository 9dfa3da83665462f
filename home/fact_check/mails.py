"""The mail to who asked for a fact check: that somebody said something, and where it is read."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from core.addresses import absolute
from core.signature import signature
from home.models import FactCheck, FactCheckComment
from outbox import mails
from outbox.letters.registry import Letter
from outbox.letters.writing import write
from outbox.queue import put

KIND = "fact_check.comments"
LETTER, TEMPLATE = "staff/fact_check", "emails/fact_check.txt"


def fact_check_letters() -> list[Letter]:
    return [Letter(LETTER, _("To those who write and approve"), TEMPLATE, sample, (settings.LANGUAGE_CODE,))]


def sample() -> dict[str, Any]:
    reader = _("Example of a reader")
    return {"title": _("Example of a page"), "reader": reader, "count": 2, "url": absolute("/vi-du/"), **signature()}


def queue_mail(link: FactCheck, comments: list[FactCheckComment]) -> None:
    """Have who made the link told of comments that were sent together."""
    if link.made_by_id and comments:
        payload = {"check": link.pk, "count": len(comments)}
        put(KIND, payload, key=f"{KIND}:{link.pk}:{comments[0].pk}")


def send(payload: dict[str, Any]) -> None:
    """Write and send one mail; none about a link that is gone, nor to somebody who may not edit the page any more.

    What the reader wrote stays in the portal: a mail would turn addresses in it into links.
    """
    link = FactCheck.objects.select_related("page", "made_by").filter(pk=payload["check"]).first()
    person = link.made_by if link else None
    if link is None or person is None or not person.is_active or not person.email:
        return
    if not link.page.permissions_for_user(person).can_edit():
        return
    with translation.override(settings.LANGUAGE_CODE):
        facts = {
            "title": link.page.get_admin_display_title(),
            "reader": link.reader,
            "count": payload["count"],
            "url": absolute(reverse("fact_checks", args=[link.page_id])),
            **signature(),
        }
        subject, text = write(LETTER, TEMPLATE, facts, settings.LANGUAGE_CODE)
    mails.send(EmailMessage(subject, text, to=[person.email], headers={"Auto-Submitted": "auto-generated"}))
