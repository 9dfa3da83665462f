"""What officers write for each other about a dossier; its owner never reads it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from services.forms.models.submission import Submission


class Note(models.Model):
    """One note. It stays with the dossier when another agency takes it over, and goes when the dossier goes."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"))
    text = models.TextField(_("note"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("internal note")
        verbose_name_plural = _("internal notes")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.at:%Y-%m-%d}"
