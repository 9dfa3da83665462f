"""Dead letters: what staff can do with a delivery nobody tries any more."""

from django.utils import timezone

from outbox.models import DeliveryQuerySet


def try_again(letters: DeliveryQuerySet) -> int:
    """Have them delivered as if they had just been written, with a new day of attempts; how many there were."""
    now = timezone.now()
    return letters.dead().update(failed_at=None, attempts=0, due_at=now, run_after=now)


def give_up(letters: DeliveryQuerySet) -> int:
    """Settle them undelivered: the payload goes, the row is forgotten in time; how many there were."""
    return letters.dead().update(done_at=timezone.now(), payload={}, last_error="")
