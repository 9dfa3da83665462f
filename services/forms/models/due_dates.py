"""The columns of a submission that the clock writes: dates by which something is due, and what was decided when."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from services.forms.models.calendar_version import CalendarVersion
from services.forms.rules.transition_data import OUTCOMES


class Clocked(models.Model):
    """Written with every transition (submissions/due_dates.py); the working of a date is counted when it is shown."""

    limit = models.JSONField(
        _("time limit that holds"), null=True, help_text=_("One of the limits at filing, settled at acceptance.")
    )
    rule = models.JSONField(
        _("rule of the clock that holds"), null=True, help_text=_("Settled at acceptance (rules/stored_rule.py).")
    )
    rule_mark = models.CharField(_("rule it was counted with"), max_length=16, blank=True, default="")
    due_at = models.DateTimeField(_("due at"), null=True)
    intake_due_at = models.DateTimeField(_("to be looked at until"), null=True)
    intake_told = models.PositiveSmallIntegerField(
        _("times the office was told that it is overdue"), default=0, editable=False
    )
    reply_due_at = models.DateTimeField(_("documents to be handed in until"), null=True)
    calendar_mark = models.CharField(_("calendar it was counted with"), max_length=16, blank=True, default="")
    kept_calendar = models.ForeignKey(
        CalendarVersion,
        verbose_name=_("calendar its date was promised by, where a later one would put it off"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    resolved_at = models.DateTimeField(_("decided at"), null=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=OUTCOMES, blank=True, default="")
    supplement_count = models.PositiveSmallIntegerField(_("requests for documents"), default=0)

    complete_at = models.DateTimeField(_("complete since"), null=True)
    late_request_count = models.PositiveSmallIntegerField(_("requests for documents made late"), default=0)
    apologised_at = models.DateTimeField(_("apologised for the delay at"), null=True)
    handed_on_at = models.DateTimeField(_("handed on to the competent agency at"), null=True)
    received_at = models.DateTimeField(_("received by the competent agency at"), null=True)

    class Meta:
        abstract = True
