"""Legal standing of a service: the decision that published it, when it is in force, what replaced it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from services.rules.choices import ServiceStatus


class LegalStanding(models.Model):
    """What the decision of the province says of a procedure."""

    decision_number = models.CharField(_("decision that published it"), max_length=60, blank=True)
    decision_date = models.DateField(_("date of the decision"), null=True, blank=True)
    decision_issuer = models.CharField(_("issuer of the decision"), max_length=200, blank=True)
    decision_url = models.URLField(_("link to the decision"), max_length=500, blank=True)
    effective_from = models.DateField(_("in force from"), null=True, blank=True)
    effective_to = models.DateField(_("in force to"), null=True, blank=True)
    status = models.CharField(_("legal status"), max_length=10, choices=ServiceStatus, default=ServiceStatus.PUBLIC)
    replaced_by = models.ForeignKey(
        "services.ServicePage",
        verbose_name=_("replaced by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="replaces",
    )

    class Meta:
        abstract = True
