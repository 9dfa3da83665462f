"""Who did or read what: rows that are only ever added, and the seals that show it."""

from typing import Any, NoReturn

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_ACTION = 60
LONGEST_REQUEST_ID = 64


class AppendOnlyQuerySet(models.QuerySet):
    """Rows may be added and read. On PostgreSQL a trigger says the same to whoever goes past this."""

    def update(self, **values: Any) -> NoReturn:
        raise TypeError("Rows of the audit are never changed.")

    def delete(self) -> NoReturn:
        raise TypeError("Rows of the audit are never removed.")


class AppendOnly(models.Model):
    """A row that is written once."""

    objects = AppendOnlyQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True

    def save(self, **told: Any) -> None:
        """Insert the row; IntegrityError for one that is there."""
        super().save(**{**told, "force_insert": True})

    def delete(self, using: str | None = None, keep_parents: bool = False) -> NoReturn:
        raise TypeError("Rows of the audit are never removed.")


class AuditEntry(AppendOnly):
    """One deed. It names people and dossiers by their numbers, which stay when those are gone; never by words."""

    at = models.DateTimeField(_("at"))
    actor_id = models.BigIntegerField(_("account"), null=True)
    action = models.CharField(_("action"), max_length=LONGEST_ACTION)
    submission_id = models.UUIDField(_("submission"), null=True)
    code = models.CharField(_("code"), max_length=40, blank=True, default="")
    detail = models.JSONField(_("details"), default=dict)
    request_id = models.CharField(_("request"), max_length=LONGEST_REQUEST_ID, blank=True, default="")

    class Meta:
        verbose_name = _("line of the audit")
        verbose_name_plural = _("audit")
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["submission_id", "id"], name="audit_of_submission"),
            models.Index(fields=["actor_id", "id"], name="audit_of_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.action}"


class AuditSeal(AppendOnly):
    """A batch of lines, closed: `sha256` is made of them and of the seal before (services/forms/audit/chain.py)."""

    number = models.PositiveIntegerField(primary_key=True)
    first_id = models.BigIntegerField()
    last_id = models.BigIntegerField()
    count = models.PositiveIntegerField()
    previous = models.CharField(max_length=64, blank=True, default="")
    sha256 = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("seal of the audit")
        verbose_name_plural = _("seals of the audit")
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number} {self.sha256[:12]}"
