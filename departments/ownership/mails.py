"""Mails of the approval of pages: to those who are asked, and to those whose change was approved or sent back.

The outbox holds numbers; each mail is written when it is sent, and dropped when it has become pointless by then.
"""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from wagtail.models import TaskState
from wagtail.users.models import UserProfile

from accounts.models import User
from core.addresses import absolute
from core.signature import signature
from departments.models import DepartmentApprovalTask
from departments.ownership.approvers import authors, may_act, people_asked
from outbox import mails
from outbox.letters.writing import LetterParts, write
from outbox.queue import put

KIND = "approval.mail"
PREFERENCES = {
    "submitted": "submitted_notifications",
    "approved": "approved_notifications",
    "sent_back": "rejected_notifications",
}
"""Each occasion, with the switch by which a person does without its mails."""


def queue_mails(occasion: str, task_state: TaskState, *, by: User | None) -> None:
    """Have everybody concerned told, except whoever did it."""
    for person in people_told(occasion, task_state):
        if by is None or person.pk != by.pk:
            payload = {"occasion": occasion, "step": task_state.pk, "person": person.pk}
            put(KIND, payload, key=f"{KIND}:{occasion}:{task_state.pk}:{person.pk}")


def people_told(occasion: str, task_state: TaskState) -> Iterable[User]:
    """Return who is asked to approve, or who made and who submitted what was decided."""
    if occasion == "submitted":
        task: DepartmentApprovalTask = task_state.task.specific
        return people_asked(task_state, others_approve=task.others_approve)
    return User.objects.filter(pk__in=authors(task_state) - {None}, is_active=True).order_by("pk")


def send(payload: dict[str, Any]) -> None:
    """Write and send one mail; none about what is settled meanwhile, nor to somebody whom it no longer concerns."""
    person = User.objects.filter(pk=payload["person"], is_active=True).exclude(email="").first()
    step = TaskState.objects.filter(pk=payload["step"]).select_related("workflow_state__requested_by").first()
    if person is None or step is None or not _is_wanted(payload["occasion"], step, person):
        return
    with translation.override(settings.LANGUAGE_CODE):
        subject, text = written(payload["occasion"], step)
    mails.send(EmailMessage(subject, text, to=[person.email], headers={"Auto-Submitted": "auto-generated"}))


def _is_wanted(occasion: str, step: TaskState, person: User) -> bool:
    if not getattr(UserProfile.get_for_user(person), PREFERENCES[occasion]):
        return False
    page = step.workflow_state.content_object
    if occasion == "submitted":
        return step.status == TaskState.STATUS_IN_PROGRESS and bool(may_act(person, page))
    return bool(page.permissions_for_user(person).can_edit())


def written(occasion: str, step: TaskState) -> LetterParts:
    """Return subject and text, in the editors' words where they wrote any."""
    page = step.workflow_state.content_object
    context = {
        "title": page.get_admin_display_title(),
        "language": page.locale.language_code,
        "submitted_by": step.workflow_state.requested_by,
        "decided_by": step.finished_by,
        "comment": step.comment.strip(),
        "url": absolute(reverse("wagtailadmin_pages:edit", args=[page.pk])),
        **signature(),
    }
    return write(f"approval/{occasion}", f"emails/approval/{occasion}.txt", context, settings.LANGUAGE_CODE)
