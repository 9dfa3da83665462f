"""Who at an agency looked at what: a row for every read of a dossier, a file or a list; never changed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from services.forms.models.submission import Submission


class Read(models.TextChoices):
    """What was looked at."""

    DOSSIER = "dossier", _("Dossier")
    FILE = "file", _("File")
    EXPORT = "export", _("Exported list")


class ReadLog(models.Model):
    """One look. `detail` says which file, or which list and how many rows; it holds no personal data."""

    at = models.DateTimeField(_("at"), auto_now_add=True)
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    submission = models.ForeignKey(Submission, null=True, on_delete=models.CASCADE, related_name="reads")
    what = models.CharField(_("what"), max_length=10, choices=Read)
    detail = models.CharField(_("details"), max_length=200, blank=True, default="")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("read of a dossier")
        verbose_name_plural = _("reads of dossiers")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.what}"
