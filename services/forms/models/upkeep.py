"""Small tables around submissions: numbers given out, what is left after retention."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from services.forms.rules.workflow import State


class CodeCounter(models.Model):
    """The last number a unit gave out on a day (services/forms/rules/references.py)."""

    unit = models.CharField(max_length=20)
    day = models.DateField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "day"], name="code_counter_once_a_day")]

    def __str__(self) -> str:
        return f"{self.unit} {self.day}"


class Tombstone(models.Model):
    """A submission whose time to be kept is over: what statistics need, nothing about a person.

    `outcome` is what the office decided (rules/transition_data.py), "" when it decided nothing. `timeliness` is that
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
    complete_on = models.DateField(null=True)
    requests = models.PositiveSmallIntegerField(default=0)
    late_requests = models.PositiveSmallIntegerField(default=0)
    is_apologised = models.BooleanField(default=False)
    removed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("removed submission")
        verbose_name_plural = _("removed submissions")

    def __str__(self) -> str:
        return f"{self.service_title} {self.filed_on}"
