"""Filters of a list of the editors' area that a person named, to find them again."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

MOST = 20
"""How many one person keeps of one list."""


class SavedView(models.Model):
    """A name for what stands behind the "?" of a list, for one person alone."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    listing = models.CharField(max_length=60, editable=False)
    name = models.CharField(_("name"), max_length=80)
    query = models.CharField(max_length=1000, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "listing", "name"], name="saved_view_name_unique_per_person"),
        ]

    def __str__(self) -> str:
        return self.name
