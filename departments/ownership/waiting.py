"""What waits for a person's approval."""

from collections.abc import Iterable

from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.models import Page, TaskState

from accounts.models import User
from departments.models import DepartmentPage
from departments.ownership.approvers import acts_everywhere, approved_keys


def waiting_for(user: User, states: QuerySet[TaskState]) -> Iterable[TaskState]:
    """Return those of the steps in which this person may act, their own changes included; however many, it takes the
    same few questions.
    """
    states = states.select_related("workflow_state", "revision")
    states = states.prefetch_related("workflow_state__content_object__latest_revision")
    if acts_everywhere(user):
        return states
    paths = list(DepartmentPage.objects.filter(translation_key__in=approved_keys(user)).values_list("path", flat=True))
    if not paths:
        return states.none()
    below = Q()
    for path in paths:
        below |= Q(path__startswith=path)
    pages = Page.objects.filter(below).annotate(number=Cast("pk", CharField()))
    return states.filter(workflow_state__object_id__in=pages.values("number"))
