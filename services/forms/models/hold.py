"""Legal holds: why a dossier is kept beyond its time, since when and until when."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from services.forms.models.submission import Submission


class LegalHold(models.Model):
    """One hold, from placing to release. Submission.legal_hold says in short whether one is in force."""

    LONGEST_REASON = 300
    """Characters."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="holds")
    reason = models.CharField(_("reason"), max_length=LONGEST_REASON)
    placed_at = models.DateTimeField(_("placed at"))
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(_("released at"), null=True)
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("legal hold")
        verbose_name_plural = _("legal holds")
        constraints = [
            models.UniqueConstraint(
                fields=["submission"], condition=models.Q(released_at__isnull=True), name="legal_hold_one_in_force"
            )
        ]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.placed_at:%Y-%m-%d}"
