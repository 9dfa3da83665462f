"""What happened to a submission, when and by whom; rows are added and never changed."""

from typing import cast

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from services.forms.models.submission import Submission
from services.forms.rules.transition_shapes import EventData
from services.forms.rules.transition_spec import Transition, TransitionSpec
from services.forms.rules.transitions import TRANSITIONS
from services.forms.rules.workflow import Actor, State


class Event(models.Model):
    """One transition. `detail` holds what it says, in the shape of its record (rules/transition_shapes.py)."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField(_("at"))
    move = models.CharField(_("move"), max_length=40)
    from_state = models.PositiveSmallIntegerField(_("from"), choices=State)
    to_state = models.PositiveSmallIntegerField(_("to"), choices=State)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("in the capacity of"), max_length=10, choices=Actor)
    reason = models.TextField(_("reason"), blank=True, default="")
    detail = models.JSONField(_("details"), default=dict)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.move}"

    @property
    def transition(self) -> Transition:
        """The name of what happened."""
        return Transition(self.move)

    @property
    def spec(self) -> TransitionSpec:
        """The record of what happened."""
        return TRANSITIONS[self.transition]

    @property
    def data(self) -> EventData:
        """What it says, for those who read events of every kind."""
        return cast(EventData, self.detail)
