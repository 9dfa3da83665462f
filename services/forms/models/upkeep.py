"""Small tables around submissions: numbers given out, answers kept over a lost log-in, what is left after retention."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.uuid7 import uuid7
from services.forms.models.submission import Submission
from services.forms.workflow import State


class CodeCounter(models.Model):
    """The last number a unit gave out on a day (services/forms/references.py)."""

    unit = models.CharField(max_length=20)
    day = models.DateField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "day"], name="code_counter_once_a_day")]

    def __str__(self) -> str:
        return f"{self.unit} {self.day}"


class Stash(models.Model):
    """Answers posted after the log-in had run out; given back to the owner of the draft, once, within the hour."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="stashes")
    step = models.CharField(max_length=80)
    data = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.pk)


class Tombstone(models.Model):
    """A submission whose time to be kept is over: what statistics need, nothing about a person.

    `outcome` is what the office decided (services/forms/details.py), "" when it decided nothing. `timeliness` is that
    of services/forms/statistics/rules.py. `waits` are the days [from, until] of waiting for the citizen.
    """

    service_key = models.UUIDField()
    service_title = models.CharField(max_length=255)
    agency_key = models.UUIDField(null=True)
    agency_name = models.CharField(max_length=300)
    field_key = models.UUIDField(null=True)
    field_title = models.CharField(max_length=200, blank=True, default="")
    level = models.PositiveSmallIntegerField(null=True)
    state = models.PositiveSmallIntegerField(_("state"), choices=State)
    outcome = models.CharField(max_length=10, blank=True, default="")
    channel = models.CharField(max_length=10, default="online")
    filed_on = models.DateField(null=True)
    accepted_on = models.DateField(null=True)
    resolved_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    timeliness = models.CharField(max_length=10, blank=True, default="")
    waits = models.JSONField(default=list)
    removed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("removed submission")
        verbose_name_plural = _("removed submissions")

    def __str__(self) -> str:
        return f"{self.service_title} {self.filed_on}"
