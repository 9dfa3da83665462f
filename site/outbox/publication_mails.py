"""Mails to the author and the approver of a version that could not be published on its day."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageLogEntry

from core.addresses import absolute
from core.problem_words import editor_address
from core.refused_publications import SCHEDULE, problems_of
from core.signature import signature
from outbox import mails
from outbox.letters.registry import Letter
from outbox.letters.writing import write
from outbox.queue import put

KIND = "publication.refused"
LETTER, TEMPLATE = "staff/publication_refused", "emails/publication_refused.txt"


def publication_letters() -> list[Letter]:
    return [Letter(LETTER, _("To those who write and approve"), TEMPLATE, sample, (settings.LANGUAGE_CODE,))]


def sample() -> dict[str, Any]:
    return {
        "title": _("Example of a page"),
        "problems": [_("Example of what has to be mended")],
        "url": absolute("/vi-du/"),
        **signature(),
    }


def tell_of_refusal(entry: PageLogEntry) -> None:
    """Have everybody concerned told of a refusal, once each."""
    for person in concerned(entry):
        put(KIND, {"entry": entry.pk, "person": person.pk}, key=f"{KIND}:{entry.pk}:{person.pk}")


def concerned(entry: PageLogEntry) -> list[AbstractBaseUser]:
    """Return who wrote the version and who set its day; for want of both, the owner of the page."""
    approvals = PageLogEntry.objects.filter(page=entry.page_id, action=SCHEDULE, revision=entry.revision_id)
    approver = approvals.order_by("-pk").values_list("user_id", flat=True).first()
    keys = {key for key in (entry.revision and entry.revision.user_id, approver) if key}
    keys = keys or set(Page.objects.filter(pk=entry.page_id).values_list("owner_id", flat=True))
    people = get_user_model()._default_manager.filter(pk__in=keys, is_active=True)
    return list(people.exclude(email="").order_by("pk"))


def _address(person: AbstractBaseUser) -> str:
    return str(getattr(person, person.get_email_field_name()))


def send(payload: dict[str, Any]) -> None:
    """Write and send one mail, unless the page is gone or the person is."""
    entry = PageLogEntry.objects.filter(pk=payload["entry"]).first()
    page = entry and Page.objects.filter(pk=entry.page_id).first()
    person = next((one for one in (concerned(entry) if page else ()) if one.pk == payload["person"]), None)
    if entry is None or page is None or person is None:
        return
    with translation.override(settings.LANGUAGE_CODE):
        facts = {
            "title": page.get_admin_display_title(),
            "problems": problems_of(entry),
            "url": absolute(editor_address(page)),
            **signature(),
        }
        subject, text = write(LETTER, TEMPLATE, facts, settings.LANGUAGE_CODE)
    mails.send(EmailMessage(subject, text, to=[_address(person)], headers={"Auto-Submitted": "auto-generated"}))
