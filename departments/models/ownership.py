"""Who keeps the pages and files of a department, and who stands in for an approver who is away."""

from datetime import date

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection


class DepartmentGroups(models.Model):
    """The editors, the approvers and the files of one department, whatever it is called today."""

    department_key = models.UUIDField(_("department"), unique=True, editable=False)
    editors = models.OneToOneField(Group, verbose_name=_("editors"), on_delete=models.PROTECT, related_name="+")
    approvers = models.OneToOneField(
        Group, verbose_name=_("approvers"), on_delete=models.PROTECT, related_name="approved_department"
    )
    collection = models.OneToOneField(
        Collection, verbose_name=_("collection"), on_delete=models.PROTECT, related_name="owner"
    )

    class Meta:
        verbose_name = _("groups of a department")
        verbose_name_plural = _("groups of departments")

    def __str__(self) -> str:
        return self.collection.name


class DeputyQuerySet(models.QuerySet["Deputy"]):
    """Deputies by the day."""

    def on(self, day: date) -> "DeputyQuerySet":
        """Return those who stand in for somebody on that day."""
        return self.filter(starts_on__lte=day, ends_on__gte=day)


class Deputy(models.Model):
    """Somebody who approves what an approver approves while that person is away."""

    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("approver who is away"), on_delete=models.CASCADE, related_name="+"
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("deputy"), on_delete=models.CASCADE, related_name="deputises"
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))

    objects = DeputyQuerySet.as_manager()

    class Meta:
        verbose_name = _("deputy of an approver")
        verbose_name_plural = _("deputies of approvers")
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="deputy_days_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.deputy} ({self.starts_on:%d/%m/%Y} – {self.ends_on:%d/%m/%Y})"

    def clean(self) -> None:
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day must not be before the first.")})
        if self.approver_id and self.approver_id == self.deputy_id:
            raise ValidationError({"deputy": _("Nobody is their own deputy.")})
