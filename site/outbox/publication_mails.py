"""Mails to the author and the approver of a version that could not be published on its day."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation
from wagtail.models import Page, PageLogEntry

from core.addresses import absolute
from core.problem_words import editor_address
from core.refused_publications import SCHEDULE, problems_of
from outbox import mails
from outbox.queue import put

KIND = "publication.refused"


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
    context = {
        "title": page.get_admin_display_title(),
        "problems": problems_of(entry),
        "url": absolute(editor_address(page)),
        "site_name": settings.WAGTAIL_SITE_NAME,
    }
    with translation.override(settings.LANGUAGE_CODE):
        subject, _line, text = render_to_string("emails/publication_refused.txt", context).partition("\n")
    message = EmailMessage(
        subject.strip(), text.strip() + "\n", to=[_address(person)], headers={"Auto-Submitted": "auto-generated"}
    )
    mails.send(message)
