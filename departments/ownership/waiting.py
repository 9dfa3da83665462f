"""What waits for a person's approval."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from wagtail.models import Page, TaskState

from accounts.models import User
from departments.models import DepartmentPage
from departments.ownership.approvers import acts_everywhere, approved_keys


def waiting_for(user: User, states: QuerySet[TaskState]) -> Iterable[TaskState]:
    """Return those of the steps in which this person may act, their own changes included."""
    states = states.select_related("workflow_state", "revision")
    if acts_everywhere(user):
        return states
    paths = DepartmentPage.objects.filter(translation_key__in=approved_keys(user)).values_list("path", flat=True)
    below = Q(pk__in=[])
    for path in paths:
        below |= Q(path__startswith=path)
    numbers = states.values_list("workflow_state__object_id", flat=True)
    pages = Page.objects.filter(below, pk__in=[int(number) for number in numbers]).values_list("pk", flat=True)
    return states.filter(workflow_state__object_id__in=[str(pk) for pk in pages])
