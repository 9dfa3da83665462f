"""Publishing what an import wrote, through the gate that every door asks."""

from wagtail.models import Revision

from core.publishing import PublicationRefused
from services.models import ServicePage
from services.national.mapping.authority import kept_back
from services.national.mapping.record import Record
from services.national.outcomes import Result


def publish(revision: Revision, record: Record, result: Result) -> None:
    """Publish a version, or note in the result why it stays a draft."""
    if reason := kept_back(record):
        result.reason = str(reason.label)
        return
    try:
        revision.publish()
    except PublicationRefused as refusal:
        result.reason = " ".join(dict.fromkeys(refusal.messages))
    else:
        result.is_published = True


def is_theirs(page: ServicePage) -> bool:
    """Return whether editors are at work on a page: a draft of theirs, an approval that is waited for, a lock."""
    draft = page.latest_revision
    has_own_draft = page.has_unpublished_changes and draft is not None and draft.user_id is not None
    return bool(page.locked or has_own_draft or page.current_workflow_state)
