"""Who may approve what: the approvers of a department, those who stand in for them, and always communications."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import Page, TaskState

from accounts.groups import Role
from accounts.models import User
from departments.models import DepartmentGroups, Deputy
from departments.ownership.page_owner import owner_key


def may_act(user: User, page: Page) -> bool:
    """Return whether this person may approve that page or send it back, their own changes aside."""
    if not user.is_active:
        return False
    if acts_everywhere(user):
        return True
    key = owner_key(page)
    return key is not None and key in approved_keys(user)


def acts_everywhere(user: User) -> bool:
    """Return whether no department limits what this person may approve."""
    return user.is_superuser or user.groups.filter(name=Role.COMMUNICATIONS).exists()


def approved_keys(user: User) -> set[UUID]:
    """Return the keys of the departments this person approves for, today, of their own or for somebody away."""
    absent = Deputy.objects.on(timezone.localdate()).filter(deputy=user, approver__is_active=True)
    of_the_absent = Q(approvers__user__in=absent.values("approver"))
    groups = DepartmentGroups.objects.filter(Q(approvers__user=user) | of_the_absent)
    return set(groups.values_list("department_key", flat=True))


def authors(task_state: TaskState) -> set[int | None]:
    """Return who made and who submitted what was submitted.

    What an approver corrects while it waits is a part of approving. It could not be told apart either: Wagtail's editor
    keeps a version by whoever presses a button, also where nothing was changed.
    """
    return {task_state.workflow_state.requested_by_id, task_state.revision.user_id}


def people_asked(task_state: TaskState, *, others_approve: bool = True) -> list[User]:
    """Return who is asked to approve: those of the department who can; without any, communications; else whoever
    keeps the installation.
    """
    barred = authors(task_state) - {None} if others_approve else set()
    for people in _in_order(owner_key(task_state.workflow_state.content_object)):
        found = list(people.filter(is_active=True).exclude(pk__in=barred).distinct().order_by("pk"))
        if found:
            return found
    return []


def _in_order(key: UUID | None) -> list[QuerySet[User]]:
    communications = User.objects.filter(groups__name=Role.COMMUNICATIONS)
    administrators = User.objects.filter(is_superuser=True)
    return [department_approvers(key), communications, administrators] if key else [communications, administrators]


def department_approvers(key: UUID) -> QuerySet[User]:
    """Return the approvers of a department and whoever stands in for one of them today."""
    own = User.objects.filter(groups__approved_department__department_key=key, is_active=True)
    deputies = Deputy.objects.on(timezone.localdate()).filter(approver__in=own)
    return User.objects.filter(Q(pk__in=own.values("pk")) | Q(pk__in=deputies.values("deputy")))
