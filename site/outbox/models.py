"""What is to be delivered, which channels do not answer, when each routine last ran, and editors' words of letters."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models.typed_text import TypedText

LONGEST_KIND = 60
LONGEST_CHANNEL = 30
LONGEST_KEY = 200
LONGEST_ERROR = 500
LEASE_LENGTH = 32

UNSETTLED = Q(done_at__isnull=True, failed_at__isnull=True)


def free_at(moment: datetime) -> Q:
    """Return rows that no worker holds at `moment`: never taken, given back, or taken by one that died."""
    return Q(leased_until__isnull=True) | Q(leased_until__lt=moment)


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Deliveries by what is to happen with them."""

    def unsettled(self) -> Self:
        """Neither delivered nor given up on."""
        return self.filter(UNSETTLED)

    def due(self, moment: datetime) -> Self:
        """Return what a worker may take at `moment`, the longest waiting first."""
        return self.unsettled().filter(free_at(moment), run_after__lte=moment).order_by("run_after", "pk")

    def dead(self) -> Self:
        """Dead letters: nobody tries any more, somebody has to decide."""
        return self.filter(failed_at__isnull=False, done_at__isnull=True)


class Delivery(models.Model):
    """One thing to deliver; `kind` names its handler, `payload` holds ids and is wiped when it is done.

    `channel` is what it is sent through ("mail", "sms" …), "" for what needs none.
    """

    kind = models.CharField(_("kind"), max_length=LONGEST_KIND)
    channel = models.CharField(max_length=LONGEST_CHANNEL, blank=True, default="", editable=False)
    payload = models.JSONField(default=dict)
    dedup_key = models.CharField(_("deduplication key"), max_length=LONGEST_KEY, unique=True)
    created_at = models.DateTimeField(_("put in at"), default=timezone.now, editable=False)
    due_at = models.DateTimeField(_("first due"), default=timezone.now)
    run_after = models.DateTimeField(_("next attempt"), default=timezone.now)
    attempts = models.PositiveIntegerField(_("delivery attempts"), default=0)
    lease = models.CharField(max_length=LEASE_LENGTH, blank=True, default="")
    leased_until = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    failed_at = models.DateTimeField(_("failed at"), null=True, blank=True)
    last_error = models.CharField(_("last error"), max_length=LONGEST_ERROR, blank=True, default="")

    objects = DeliveryQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("outbox delivery")
        verbose_name_plural = _("outbox deliveries")
        indexes = [
            models.Index(fields=["run_after", "id"], condition=UNSETTLED, name="outbox_delivery_waiting"),
            models.Index(fields=["due_at"], condition=UNSETTLED, name="outbox_delivery_oldest"),
            models.Index(fields=["done_at"], condition=Q(done_at__isnull=False), name="outbox_delivery_done"),
            models.Index(
                fields=["failed_at"],
                condition=Q(failed_at__isnull=False, done_at__isnull=True),
                name="outbox_delivery_dead",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Circuit(models.Model):
    """A channel that did not answer of late (outbox/circuits.py): how often in a row, until when it is left alone."""

    channel = models.CharField(max_length=LONGEST_CHANNEL, unique=True)
    failures = models.PositiveIntegerField(default=0)
    open_until = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=LONGEST_ERROR, blank=True, default="")

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return self.channel


class Routine(models.Model):
    """Something the worker does again and again; the row sees to it that one worker does it at a time."""

    name = models.CharField(max_length=LONGEST_KIND, unique=True)
    last_started_at = models.DateTimeField(null=True, blank=True)
    last_finished_at = models.DateTimeField(null=True, blank=True)
    lease = models.CharField(max_length=LEASE_LENGTH, blank=True, default="")
    leased_until = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=LONGEST_ERROR, blank=True, default="")

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return self.name

    def is_ready(self, moment: datetime, every: timedelta) -> bool:
        """Return whether the time has come again and no worker is at it."""
        rested = self.last_started_at is None or self.last_started_at <= moment - every
        return rested and (self.leased_until is None or self.leased_until < moment)


class LetterText(TypedText, models.Model):
    """What editors let a letter say in one language in the place of its standard text; without a row, that stands."""

    name = models.CharField(_("letter"), max_length=80)
    language = models.CharField(_("language"), max_length=10)
    subject = models.CharField(_("subject"), max_length=150, blank=True)  # a short message has none
    text = models.TextField(_("text"), max_length=4000)
    changed_at = models.DateTimeField(auto_now=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("text of a letter")
        verbose_name_plural = _("texts of letters")
        constraints = [models.UniqueConstraint(fields=["name", "language"], name="letter_text_once_per_language")]

    def __str__(self) -> str:
        return f"{self.name} ({self.language})"
