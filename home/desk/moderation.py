"""Changes on their way through approval: those a person is asked about, those that came back, those that are away."""

from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from wagtail.models import PageQuerySet, TaskState, WorkflowState

from accounts.models import User
from core.editing_states import any_page
from home.desk.lines import LATE, OPEN, SHOWN_OF_ONES_OWN, Block, Line, block, day_in_words, edit_url, name_of, sentence


def waiting(user: User) -> Block:
    """Return the changes this person may approve or send back."""
    steps = (
        TaskState.objects.reviewable_by(user)
        .select_related("workflow_state", "workflow_state__requested_by")
        .prefetch_related("workflow_state__content_object__locale")
        .order_by("started_at", "pk")
    )
    return block("waiting", _("Waiting for my approval"), steps, _asked, most=SHOWN_OF_ONES_OWN)


def _asked(step: TaskState) -> Line:
    state = step.workflow_state
    who = str(state.requested_by or "")
    sent = _("Sent on %(day)s") % {"day": day_in_words(step.started_at)}
    return _line(state, sentence([sent, who]), _("to approve"))


def returned(user: User, own: PageQuerySet) -> Block:
    """Return the changes of this person that came back with a word."""
    states = _mine(user, own, WorkflowState.STATUS_NEEDS_CHANGES).order_by("-current_task_state__finished_at", "-pk")
    return block("returned", _("Sent back to me"), states, _came_back, most=SHOWN_OF_ONES_OWN)


def _came_back(state: WorkflowState) -> Line:
    step = state.current_task_state
    when = day_in_words(step.finished_at or step.started_at)
    word = step.comment.strip()
    return _line(state, f"{when}: “{word}”" if word else when, _("to mend"), LATE)


def sent(user: User, own: PageQuerySet) -> Block:
    """Return the changes of this person that somebody else has to decide on, what was sent last first."""
    states = _mine(user, own, WorkflowState.STATUS_IN_PROGRESS).order_by("-current_task_state__started_at", "-pk")
    return block("sent", _("Sent, waiting for approval"), states, _is_away, most=SHOWN_OF_ONES_OWN)


def _is_away(state: WorkflowState) -> Line:
    return _line(
        state, _("Sent on %(day)s") % {"day": day_in_words(state.current_task_state.started_at)}, _("is being read")
    )


def _mine(user: User, own: PageQuerySet, status: str) -> QuerySet[WorkflowState]:
    """Changes this person made or submitted, to pages still in their hands."""
    numbers = own.annotate(number=Cast("pk", CharField())).values("number")
    mine = Q(requested_by=user) | Q(current_task_state__revision__user=user)
    return (
        WorkflowState.objects.filter(mine, status=status, object_id__in=numbers)
        .filter(base_content_type=any_page(), current_task_state__isnull=False)
        .select_related("current_task_state")
        .prefetch_related("content_object__locale")
    )


def _line(state: WorkflowState, detail: str, mark: str, tone: str = OPEN) -> Line:
    page = state.content_object
    return Line(name_of(page), edit_url(page), detail, mark, tone)
