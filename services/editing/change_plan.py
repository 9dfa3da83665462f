"""What the same change makes of each of many services for one person: page by page, and what stands in its way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, WorkflowState

from accounts.models import User
from core.problems import Problem
from core.publishing import PublicationRefused
from services.editing.field_changes import Difference, FieldChanges, apply_changes
from services.models import ServicePage


class Then(TextChoices):
    """What becomes of the changed draft."""

    DRAFT = "draft", gettext_lazy("kept as a draft")
    SUBMIT = "submit", gettext_lazy("submitted for approval")
    PUBLISH = "publish", gettext_lazy("published at once")


@dataclass
class PlannedPage:
    """A page with what would be different, or with why it stays as it is; `problems`, what kept it back after all."""

    page: Page
    draft: ServicePage | None = None
    differences: list[Difference] = field(default_factory=list)
    then: Then = Then.DRAFT
    obstacle: str = ""
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_changed(self) -> bool:
        return not self.obstacle


def plan(pages: Iterable[Page], changes: FieldChanges, then: Then, user: User) -> Iterator[PlannedPage]:
    """Yield what the changes make of each page; nothing is written."""
    numbers = [page.pk for page in pages]
    services = ServicePage.objects.select_related("locale", "latest_revision", "locked_by").in_bulk(numbers)
    for page in pages:
        service = services.get(page.pk)
        yield _planned(service, changes, then, user) if service else PlannedPage(page, obstacle=_("It is no service."))


def _planned(service: ServicePage, changes: FieldChanges, then: Then, user: User) -> PlannedPage:
    if obstacle := _obstacle(service, user):
        return PlannedPage(service, obstacle=obstacle)
    draft = service.get_latest_revision_as_object()
    differences = apply_changes(draft, changes)
    if not differences:
        return PlannedPage(service, obstacle=_("Nothing changes: it is so already."))
    return PlannedPage(service, draft, differences, _allowed(service, then, user))


def _obstacle(service: ServicePage, user: User) -> str:
    """Return why a service cannot be changed along with others; "" when it can."""
    if service.alias_of_id or service.locale.language_code != settings.LANGUAGE_CODE:
        return _("These fields are changed on the Vietnamese page.")
    state = service.current_workflow_state
    if state:
        is_back = state.status == WorkflowState.STATUS_NEEDS_CHANGES
        return _("It was sent back; mend it first.") if is_back else _("It waits for approval.")
    lock = service.get_lock()
    if lock and lock.for_user(user):
        return _("It is locked.")
    if service.live and service.has_unpublished_changes:
        return _("It has a draft nobody has published yet.")
    return ""


def _allowed(service: ServicePage, then: Then, user: User) -> Then:
    """Return what this person may do with it; what was never public stays a draft, unfinished as it is."""
    rights = service.permissions_for_user(user)
    may = {Then.SUBMIT: rights.can_submit_for_moderation, Then.PUBLISH: rights.can_publish}
    return then if then in may and service.live and may[then]() else Then.DRAFT


def carry_out(planned: PlannedPage, user: User) -> None:
    """Keep the draft as a version of this person; submit or publish it. What refuses is written down with the page."""
    draft = planned.draft
    if draft is None:
        return
    try:
        with transaction.atomic():
            revision = draft.save_revision(user=user, log_action=True)
        if planned.then is Then.SUBMIT:
            fresh = ServicePage.objects.get(pk=draft.pk)
            fresh.get_workflow().start(fresh, user)
        elif planned.then is Then.PUBLISH:
            with transaction.atomic():
                revision.publish(user=user)
    except PublicationRefused as refusal:
        planned.problems, planned.then = refusal.problems, Then.DRAFT
    except ValidationError as error:
        planned.obstacle, planned.problems = " ".join(error.messages), [Problem(words) for words in error.messages]
