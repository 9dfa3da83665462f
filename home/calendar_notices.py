"""Mails to those who keep the working calendar about days and years that are not certain although they come soon.

A routine of the worker finds them. Everybody is told of a day once; what was settled meanwhile is left out when the
mail is written.
"""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.addresses import absolute
from core.calendar_warnings import CalendarWarning, calendar_warnings
from core.models import Holiday
from core.signature import signature
from home.models import CalendarNotice
from outbox import mails
from outbox.letters.registry import Letter
from outbox.letters.writing import LetterParts, write
from outbox.queue import put

KIND = "calendar.notice"
LETTER, TEMPLATE = "staff/calendar_notice", "emails/calendar_notice.txt"


def calendar_letters() -> list[Letter]:
    return [Letter(LETTER, _("To those who keep the working calendar"), TEMPLATE, sample, (settings.LANGUAGE_CODE,))]


def sample() -> dict[str, Any]:
    uncertain = {"text": _("Example of a day that is not certain")}
    return {"warnings": [uncertain], "url": absolute("/vi-du/"), **signature()}


def queue_calendar_notices() -> int:
    """Have everybody who keeps the calendar told of what he was not told of yet; how many mails."""
    warnings = calendar_warnings()
    return sum(_tell(person, warnings) for person in keepers()) if warnings else 0


def keepers() -> QuerySet[User]:
    """Return the people who may change the calendar and are reached by mail."""
    right = {"codename": "change_holiday", "content_type__app_label": "core"}
    rights = {f"permissions__{name}": value for name, value in right.items()}
    own = Q(**{f"user_{name}": value for name, value in rights.items()})
    by_group = Q(**{f"groups__{name}": value for name, value in rights.items()})
    people = User.objects.filter(Q(is_superuser=True) | own | by_group, is_active=True)
    return people.exclude(email="").distinct().order_by("pk")


@transaction.atomic
def _tell(person: User, warnings: list[CalendarWarning]) -> int:
    told = set(CalendarNotice.objects.filter(person=person).values_list("about", flat=True))
    new = [warning.key for warning in warnings if warning.key not in told]
    if not new:
        return 0
    CalendarNotice.objects.bulk_create([CalendarNotice(person=person, about=key) for key in new], ignore_conflicts=True)
    put(KIND, {"person": person.pk, "about": new}, key=f"{KIND}:{person.pk}:{new[0]}:{timezone.localdate()}")
    return 1


def send(payload: dict[str, Any]) -> None:
    """Write and send one mail about what is still not certain, if the person still keeps the calendar."""
    person = keepers().filter(pk=payload["person"]).first()
    warnings = [warning for warning in calendar_warnings() if warning.key in payload["about"]]
    if person is None or not warnings:
        return
    with translation.override(settings.LANGUAGE_CODE):
        subject, text = written(warnings)
    mails.send(EmailMessage(subject, text, to=[person.email], headers={"Auto-Submitted": "auto-generated"}))


def written(warnings: list[CalendarWarning]) -> LetterParts:
    """Return subject and text, in the editors' words where they wrote any."""
    facts = {
        "warnings": warnings,
        "url": absolute(reverse(Holiday.snippet_viewset.get_url_name("list"))),  # type: ignore[attr-defined]
        **signature(),
    }
    return write(LETTER, TEMPLATE, facts, settings.LANGUAGE_CODE)
