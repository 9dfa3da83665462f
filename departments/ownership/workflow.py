"""The one workflow of all pages, in place of Wagtail's own, whose moderators are a group nobody is in."""

from django.contrib.auth.models import Group
from wagtail.models import Page, Workflow, WorkflowPage, WorkflowState, WorkflowTask

from departments.models import DepartmentApprovalTask

NAME, STEP = "Duyệt nội dung", "Đơn vị duyệt"
STOCK_WORKFLOW = "Moderators approval"
STOCK_GROUPS = ("Moderators", "Editors")


def ensure_workflow() -> list[str]:
    """Make the workflow, put it on all pages, and retire Wagtail's own; what somebody has to see to, in sentences."""
    workflow = _made()
    told = _put_on_all_pages(workflow)
    _retire_stock_workflow(workflow)
    return told + _retire_stock_groups()


def _made() -> Workflow:
    found = Workflow.objects.filter(workflow_tasks__task__departmentapprovaltask__isnull=False).first()
    if found is None:
        task = DepartmentApprovalTask.objects.create(name=STEP)
        found = Workflow.objects.create(name=NAME)
        WorkflowTask.objects.create(workflow=found, task=task, sort_order=0)
    return found


def _put_on_all_pages(workflow: Workflow) -> list[str]:
    root = Page.get_first_root_node()
    row, _is_new = WorkflowPage.objects.get_or_create(page=root, defaults={"workflow": workflow})
    if row.workflow.name == STOCK_WORKFLOW:
        row.workflow = workflow
        row.save()
    if row.workflow_id == workflow.pk:
        return []
    return [f"The workflow of all pages is “{row.workflow}”, set by hand: “{workflow}” is not used there"]


def _retire_stock_workflow(workflow: Workflow) -> None:
    """Delete it, or close it where something happened in it; what waits in it for nobody is submitted anew."""
    for stock in Workflow.objects.filter(name=STOCK_WORKFLOW, active=True):
        if stock.workflow_pages.exists() or Group.objects.filter(name=STOCK_GROUPS[0], user__isnull=False).exists():
            continue
        waiting = list(stock.workflow_states.filter(status=WorkflowState.STATUS_IN_PROGRESS))
        for state in waiting:
            state.cancel()
            workflow.start(state.content_object, state.requested_by)
        tasks = list(stock.tasks)
        if stock.workflow_states.exists():
            stock.deactivate()
        else:
            stock.delete()
            for task in tasks:
                if not task.workflow_tasks.exists():
                    task.delete()


def _retire_stock_groups() -> list[str]:
    told = []
    for group in Group.objects.filter(name__in=STOCK_GROUPS):
        if group.user_set.exists():
            told.append(f"Wagtail's group “{group}” has members and is kept: give them a group of a department")
        else:
            group.delete()
    return told
