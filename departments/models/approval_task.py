"""The step of the workflow at which a department's own people approve a page."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm
from wagtail.models import Page, Task, TaskState, WorkflowState

from accounts.models import User
from core.dotted_path import DottedPath


class SendBackForm(TaskStateCommentForm):
    """What has to be changed: nobody gets a page back without a word."""

    comment = forms.CharField(label=_("What has to be changed"), widget=forms.Textarea({"rows": 3}))


class DepartmentApprovalTask(Task):
    """Approval by the approvers of the department a page belongs to; communications may always act."""

    others_approve = models.BooleanField(
        _("nobody approves their own change"),
        default=True,
        help_text=_("Whoever made or submitted a change leaves it to another approver, or to communications."),
    )

    admin_form_fields = [*Task.admin_form_fields, "others_approve"]

    may_act = DottedPath("departments.ownership.approvers.may_act")
    authors = DottedPath("departments.ownership.approvers.authors")
    waiting_for = DottedPath("departments.ownership.waiting.waiting_for")
    queue_mails = DottedPath("departments.ownership.mails.queue_mails")

    class Meta:
        verbose_name = _("approval by the department")
        verbose_name_plural = _("approvals by the department")

    @classmethod
    def get_description(cls) -> Promise:
        return _("The approvers of the page's department approve, or communications")

    def start(self, workflow_state: WorkflowState, user: User | None = None) -> TaskState:
        """Begin; a lock of somebody who cannot act would keep everybody from acting, and ends."""
        page = workflow_state.content_object
        if page.locked and not (page.locked_by and self.may_act(page.locked_by, page)):
            Page.objects.filter(pk=page.pk).update(locked=False, locked_by=None, locked_at=None)
        state: TaskState = super().start(workflow_state, user=user)
        self.queue_mails("submitted", state, by=user)
        return state

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: User, action_name: str, **data: Any) -> None:
        """Approve or send back, once more asked of the page the step itself belongs to."""
        if action_name not in ("approve", "reject") or not self.may_act(user, task_state.workflow_state.content_object):
            raise PermissionDenied
        if action_name == "approve" and self._is_own(task_state, user):
            raise ValidationError(_("You made or submitted this change yourself: somebody else has to approve it."))
        if action_name == "reject" and not str(data.get("comment", "")).strip():
            raise ValidationError(_("Say what has to be changed: nobody gets a page back without a word."))
        super().on_action(task_state, user, action_name, **data)
        self.queue_mails("approved" if action_name == "approve" else "sent_back", task_state, by=user)

    def get_actions(self, obj: Page, user: User) -> list[tuple[str, Promise, bool]]:
        if not self.may_act(user, obj):
            return []
        actions: list[tuple[str, Promise, bool]] = [("reject", _("Send back with a word"), True)]
        state = obj.current_workflow_task_state
        if state is None or not self._is_own(state, user):
            actions += [("approve", _("Approve"), False), ("approve", _("Approve with comment"), True)]
        return actions

    def get_form_for_action(self, action: str) -> type[TaskStateCommentForm]:
        return SendBackForm if action == "reject" else TaskStateCommentForm

    def user_can_access_editor(self, obj: Page, user: User) -> bool:
        return bool(self.may_act(user, obj))

    def locked_for_user(self, obj: Page, user: User) -> bool:
        return not self.may_act(user, obj)

    def user_can_lock(self, obj: Page, user: User) -> bool:
        return bool(self.may_act(user, obj))

    def user_can_unlock(self, obj: Page, user: User) -> bool:
        return bool(self.may_act(user, obj))

    def get_task_states_user_can_moderate(self, user: User, **_more: Any) -> QuerySet[TaskState]:
        found = [
            state.pk
            for state in self.waiting_for(user, self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS))
            if not self._is_own(state, user)
        ]
        return TaskState.objects.filter(pk__in=found)

    def _is_own(self, task_state: TaskState, user: User) -> bool:
        """Return whether that person may not approve it for having made or submitted it."""
        return self.others_approve and user.pk in self.authors(task_state)
