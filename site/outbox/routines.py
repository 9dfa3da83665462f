"""Routines of the ground: forgetting what is done, old sessions. Others bring their own."""

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone

from outbox.models import Delivery

MEMORY = timedelta(days=30)
"""How long a delivery is remembered after it was done, and its key with it."""


def forget_done() -> None:
    """Remove what was done long ago; dead letters stay until somebody decides."""
    Delivery.objects.filter(done_at__lt=timezone.now() - MEMORY).delete()


def clear_sessions() -> None:
    """Remove sessions that have run out."""
    call_command("clearsessions", verbosity=0)
