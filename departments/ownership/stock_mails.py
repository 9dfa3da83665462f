"""Wagtail's own mails about a workflow, kept for workflows others make; of a department's approval ours are sent."""

from typing import Any

from wagtail.admin import mail
from wagtail.models import WorkflowState
from wagtail.signals import workflow_approved, workflow_rejected, workflow_submitted

from departments.models import DepartmentApprovalTask

STOCK = (
    (workflow_submitted, "submitted", mail.WorkflowStateSubmissionEmailNotifier),
    (workflow_rejected, "rejected", mail.WorkflowStateRejectionEmailNotifier),
    (workflow_approved, "approved", mail.WorkflowStateApprovalEmailNotifier),
)


class OtherWorkflows:
    """Sends Wagtail's mail, unless the workflow is one of departments."""

    def __init__(self, notifier: mail.Notifier) -> None:
        self.notifier = notifier

    def __call__(self, instance: WorkflowState, **told: Any) -> None:
        tasks = DepartmentApprovalTask.objects.filter(workflow_tasks__workflow=instance.workflow_id)
        if not tasks.exists():
            self.notifier(instance=instance, **told)


def replace_stock_mails() -> None:
    """Take the places of Wagtail's receivers, whether they are there already or come later."""
    for signal, occasion, notifier in STOCK:
        place = f"workflow_state_{occasion}_email_notification"
        signal.disconnect(sender=WorkflowState, dispatch_uid=place)
        signal.connect(OtherWorkflows(notifier()), sender=WorkflowState, dispatch_uid=place, weak=False)
