"""The daily count of how complete services are: what a page says changes with the day, though nobody touches it."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils import timezone

from core.i18n import IN_SOURCE_LANGUAGE
from services.models import ServicePage
from services.models.completeness import store_completeness

BATCH = 200
"""Pages that are read at once."""


def recount_completeness() -> int:
    """Count the services that were not counted today; return how many. The worker asks every hour."""
    today = timezone.localdate()
    due = Q(completeness=None) | Q(completeness__counted_on__lt=today)
    services = ServicePage.objects.filter(due, alias_of=None, **IN_SOURCE_LANGUAGE)
    keys = list(services.order_by("pk").values_list("pk", flat=True))
    for batch in _batches(keys):
        store_completeness(list(_as_judged(batch)), today)
    return len(keys)


def _batches(keys: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(keys), BATCH):
        yield keys[start : start + BATCH]


def _as_judged(keys: list[int]) -> Iterator[ServicePage]:
    """Yield the public pages, and the newest draft of those that are not public."""
    for service in ServicePage.objects.filter(pk__in=keys).select_related("locale", "latest_revision"):
        yield service if service.live or not service.latest_revision else service.latest_revision.as_object()
