"""What happened to a submission, when and by whom; rows are added and never changed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from services.forms.models.submission import Submission
from services.forms.rules.workflow import Actor, State


class Event(models.Model):
    """One move. `detail` holds what the move says, e.g. {"papers": [{"question": …, "reason": …}]}."""

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
