"""Records of the national portal as they came, and what editors would not take over from them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class NationalRecord(models.Model):
    """One procedure as the national portal published it, whole; every procedure is kept, of whatever authority.

    Two records may bear one code: their identifier tells them apart.
    """

    national_id = models.CharField(_("identifier"), max_length=60, unique=True)
    code = models.CharField(_("procedure code"), max_length=60, db_index=True)
    name = models.TextField(_("name"))
    is_ours = models.BooleanField(_("provincial or communal"), db_index=True)
    sha256 = models.CharField(max_length=64)
    fetched_on = models.DateField(_("fetched on"))
    source = models.CharField(_("source"), max_length=300)
    content = models.JSONField(_("record"))
    made_page = models.OneToOneField(
        "services.ServicePage", null=True, on_delete=models.SET_NULL, related_name="made_from", editable=False
    )

    class Meta:
        verbose_name = _("national record")
        verbose_name_plural = _("national records")
        ordering = ["code", "national_id"]

    def __str__(self) -> str:
        return f"{self.code} – {self.name}"


def is_internal(page: int | None) -> bool:
    """Return whether a page was made from a procedure between agencies, which is not for the public."""
    return bool(page) and NationalRecord.objects.filter(made_page=page, content__isInternal=True).exists()


class KeptDifference(models.Model):
    """A difference that editors decided to keep: it is not asked again until the national record says something else.

    `place` names a field or a row, `digest` what the record says of it.
    """

    page = models.ForeignKey("services.ServicePage", on_delete=models.CASCADE, related_name="kept_differences")
    place = models.CharField(max_length=100)
    digest = models.CharField(max_length=64)
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    kept_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("kept difference")
        verbose_name_plural = _("kept differences")
        constraints = [models.UniqueConstraint(fields=["page", "place"], name="kept_difference_once_per_place")]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.place}"
