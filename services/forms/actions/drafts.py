"""A draft: begun, saved step by step, moved to a newer form, removed."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.models import KeptPost
from services.forms.actions.transitions import lock_draft, update_row
from services.forms.audit import audit_log
from services.forms.definition.confirmations import CONFIRMED, confirmed_in, with_confirmed
from services.forms.definition.questions import Kind
from services.forms.form_versions.routing import (
    agency_of,
    require_open,
    service_of,
    snapshot_of_agency,
    snapshot_of_service,
)
from services.forms.messages import notifications
from services.forms.models import FormVersion, Submission
from services.forms.rules.exceptions import Incomplete, NotAllowed, NotOpen, TooManyDrafts
from services.forms.uploads import attachments
from services.models import HandlingAgency, ServicePage


@transaction.atomic
def begin(
    *,
    owner: User,
    service: ServicePage,
    agency: HandlingAgency,
    version: FormVersion,
    language: str,
    privacy_version: str = "",
) -> Submission:
    """Return a new draft for one agency (a HandlingAgency row) of a service; `version` is a saved one of its form.

    A draft of the same service and agency in which nothing was answered yet is given back as it is, so that a double
    click begins one. `privacy_version` is that of the notice the person has read. NotOpen, TooManyDrafts.
    """
    is_of_service = version.pk is not None and version.service_key == service.translation_key
    if not (owner.is_active and is_of_service and language in dict(settings.LANGUAGES)):
        raise NotAllowed("begin")
    require_open(service, agency)
    get_user_model()._default_manager.select_for_update(no_key=True).get(pk=owner.pk)
    drafts = Submission.objects.filter(owner=owner).drafts()
    place = snapshot_of_service(service, agency)
    same = {name: place[name] for name in ("service_key", "agency_key")}
    untouched: Submission | None = drafts.filter(**same, revision=1, version=version, language=language).first()
    if untouched:
        return untouched
    if drafts.count() >= settings.MAX_DRAFTS:
        raise TooManyDrafts(f"{settings.MAX_DRAFTS} drafts")
    read_at = timezone.now() if privacy_version else None
    draft: Submission = Submission.objects.create(
        owner=owner,
        version=version,
        language=language,
        privacy_version=privacy_version,
        privacy_at=read_at,
        **place,
    )
    audit_log.record(actor=owner, action="submission.begin", submission=draft)
    return draft


@transaction.atomic
def save_step(
    *, submission: Submission, by: User, step: str, answers: Mapping[str, Any], revision: int, complete: bool = True
) -> Submission:
    """Save the answers to one step in the place of the earlier ones; the other steps stay as they are.

    `answers` are clean values (validation.validate_step or the page's form); keys of other steps are refused, files are
    rows of their own. `complete=False` keeps what there is so far without counting the step as done.
    """
    row = lock_draft(submission, by=by, revision=revision)
    own = row.version.form().step(step)
    if own is None:
        raise Incomplete({step: [_("The form has no such step.")]})
    keys = {question.key for question in own.questions}
    stored = {question.key for question in own.questions if question.kind not in (Kind.FILES, Kind.INFORMATION)}
    if unknown := [key for key in answers if key not in stored and key != CONFIRMED]:
        raise Incomplete({key: [_("This step does not ask that.")] for key in unknown})
    others = {key: value for key, value in row.answers.items() if key not in keys}
    confirmed = confirmed_in(row.answers) | confirmed_in(answers)
    given = with_confirmed(row.version.form(), others | dict(answers), confirmed)
    update_row(row, {"answers": given, "saved_steps": _marked(row.saved_steps, step, complete)})
    return row


@transaction.atomic
def move_to_version(
    *,
    submission: Submission,
    by: User,
    version: FormVersion,
    answers: Mapping[str, Any],
    saved_steps: Collection[str],
    revision: int,
) -> Submission:
    """Go on with a newer version of the form; `answers` and `saved_steps` are what of the old ones still fits."""
    row = lock_draft(submission, by=by, revision=revision)
    if version.service_key != row.service_key or version.pk is None:
        raise NotAllowed("another service's form")
    form = version.form()
    known = {question.key for question in form.questions() if question.kind != Kind.FILES}
    columns = {
        "version": version,
        "answers": {key: value for key, value in answers.items() if key in known or key == CONFIRMED},
        "saved_steps": [step.key for step in form.steps if step.key in saved_steps],
    }
    update_row(row, columns)
    return row


@transaction.atomic
def change_agency(*, submission: Submission, by: User, revision: int, to: UUID) -> Submission:
    """Let another agency of the same service take the draft, by its key; answers and files stay. NotOpen."""
    row = lock_draft(submission, by=by, revision=revision)
    service = service_of(row.service_key)
    agency = agency_of(service, to) if service else None
    if service is None or agency is None:
        raise NotOpen()
    require_open(service, agency)
    detail = {"from": row.agency_key, "to": to}
    update_row(row, snapshot_of_agency(agency))
    audit_log.record(actor=by, action="submission.change_agency", submission=row, detail=detail)
    return row


@transaction.atomic
def remove_draft(*, submission: Submission, by: User, revision: int) -> None:
    """Remove a draft with everything in it; its owner wants that."""
    draft = lock_draft(submission, by=by, revision=revision)
    audit_log.record(actor=by, action="submission.remove_draft", submission=draft)
    discard(draft)


def discard(draft: Submission) -> None:
    """Take a locked submission and all that belongs to it out of the database, and its files after the commit."""
    attachments.remove_all(draft)
    notifications.forget(draft)
    KeptPost.objects.about(draft.pk).delete()
    draft.delete()


def _marked(saved: list[str], step: str, complete: bool) -> list[str]:
    others = [key for key in saved if key != step]
    return [*others, step] if complete else others
