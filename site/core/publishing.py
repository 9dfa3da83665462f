"""What is asked whenever a page is published, whoever asks: a person, a bulk action, a workflow, the clock."""

import logging
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Page, Revision

logger = logging.getLogger(__name__)

SCHEDULED = "wagtail.publish.scheduled"
"""What Wagtail calls a publication whose day has come."""


def clear_passed_expiry(page: Page, revision: Revision) -> None:
    """A page that its expiry took down and that is published again must not be taken down by the same date."""
    expiry = revision.as_object().expire_at if page.expired else None
    if expiry and expiry <= timezone.now():
        revision.content["expire_at"] = None
        revision.save(update_fields=["content"])


def refused(page: Page, error: ValidationError, options: dict[str, Any]) -> None:
    """Logged when nobody waits for the answer, so that other pages of that run are published; else it is told."""
    if options.get("log_action") != SCHEDULED:
        error.page = page  # type: ignore[attr-defined]
        raise error
    logger.error("Page %s is not published on its day: %s", page.pk, error.messages)
