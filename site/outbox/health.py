"""Is what waits in the outbox delivered in time?"""

from datetime import timedelta

from django.conf import settings
from django.db.models import Min
from django.utils import timezone

from core.health import Finding
from outbox import circuits
from outbox.lanes import channels
from outbox.models import Delivery, Routine


def check() -> Finding:
    """Not in order when something has been due for too long: no worker runs, or what it sends to is down."""
    now = timezone.now()
    due = Delivery.objects.unsettled().filter(due_at__lte=now)
    oldest = due.aggregate(oldest=Min("due_at"))["oldest"]
    late = now - oldest if oldest else timedelta()
    failing = Routine.objects.filter(name__in=settings.OUTBOX_ROUTINES).exclude(last_error="")
    facts = {
        "oldest_seconds": int(late.total_seconds()),
        "due": due.count(),
        "dead_letters": Delivery.objects.dead().count(),
        "channels": circuits.states(channels()),
        "failing_routines": sorted(failing.values_list("name", flat=True)),
    }
    return Finding(late <= timedelta(minutes=settings.OUTBOX_MOST_MINUTES_LATE), facts)
