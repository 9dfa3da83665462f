"""Where a page stands between its first draft and the public, as editors' lists tell it."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, CharField, Exists, OuterRef, TextChoices, Value, When
from django.db.models.functions import Cast
from django.utils.translation import pgettext_lazy
from wagtail.models import Page, PageQuerySet, WorkflowState


class EditingState(TextChoices):
    WAITING = "waiting", pgettext_lazy("page", "waiting for approval")
    DRAFT = "draft", pgettext_lazy("page", "draft")
    CHANGED = "changed", pgettext_lazy("page", "public, with changes")
    LIVE = "live", pgettext_lazy("page", "public")


def any_page() -> ContentType:
    """Return what a workflow writes down as the kind of its page."""
    return ContentType.objects.get_for_model(Page)


def in_approval() -> Exists:
    """Condition on a page queryset: the page is in an approval that has not ended, be it sent back for the moment."""
    number = Cast(OuterRef("pk"), CharField())
    return Exists(WorkflowState.objects.active().filter(base_content_type=any_page(), object_id=number))


def with_editing_state(pages: PageQuerySet) -> PageQuerySet:
    """Annotates `editing_state`, in the same question."""
    number = Cast(OuterRef("pk"), CharField())
    waiting = WorkflowState.objects.filter(
        base_content_type=any_page(), object_id=number, status=WorkflowState.STATUS_IN_PROGRESS
    )
    state = Case(
        When(Exists(waiting), then=Value(EditingState.WAITING.value)),
        When(live=False, then=Value(EditingState.DRAFT.value)),
        When(has_unpublished_changes=True, then=Value(EditingState.CHANGED.value)),
        default=Value(EditingState.LIVE.value),
        output_field=CharField(),
    )
    return pages.annotate(editing_state=state)
