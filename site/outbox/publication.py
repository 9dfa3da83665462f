"""Publication by the clock, page by page: whatever happens to one page keeps no other from being published."""

import logging
from collections.abc import Callable
from typing import TypeVar

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import LogContext
from wagtail.models import Page, Revision

from core.publishing import PublicationRefused
from core.refused_publications import SCHEDULED, record_refusal
from core.translated_pages import take_down
from outbox.publication_mails import tell_of_refusal

log = logging.getLogger("outbox")

Subject = TypeVar("Subject", Page, Revision)


def publish_and_withdraw() -> None:
    """Take down the pages whose expiry has passed, then publish the versions whose day has come."""
    now = timezone.now()
    for page in Page.objects.filter(live=True, alias_of=None, expire_at__lt=now).order_by("expire_at"):
        _apart(_withdraw, page)
    for revision in Revision.page_revisions.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at"):
        _apart(_publish, revision)


def _withdraw(page: Page) -> None:
    with LogContext():
        take_down(page.specific, set_expired=True, log_action="wagtail.unpublish.scheduled")


def _publish(revision: Revision) -> None:
    try:
        with transaction.atomic():
            revision.publish(log_action=SCHEDULED)
    except PublicationRefused as refusal:
        log.error("Page %s is not published on its day: %s", revision.object_id, refusal.messages)
        tell_of_refusal(record_refusal(revision, refusal.messages))


def _apart(act: Callable[[Subject], None], it: Subject) -> None:
    """Do it in a transaction of its own; a fault is written down and tried again at the next turn."""
    try:
        with transaction.atomic():
            act(it)
    except Exception:
        log.exception("publication by the clock failed: %s %s", type(it).__name__, it.pk)
