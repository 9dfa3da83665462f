"""Who works on dossiers: a person, a department, and in what role."""

from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from departments.models import DepartmentPage
from services.forms.rules.roles import OfficerRole

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User


class OfficerQuerySet(models.QuerySet):
    """Questions asked of offices."""

    def of(self, user: "User | AnonymousUser | None") -> Self:
        """Return the offices of a person; none of somebody who is not logged in or was disabled."""
        if not user or not user.is_authenticated or not user.is_active:
            return self.none()
        return self.filter(user=user)

    def handling(self, user: "User | AnonymousUser | None") -> Self:
        """Return those in which the person works on dossiers."""
        return self.of(user).exclude(role=OfficerRole.SUPERVISOR)

    def working_at(self, department: UUID | str) -> Self:
        """Return those in which somebody works on the dossiers of that department today."""
        return self.filter(department_key=department, user__is_active=True)


class Officer(models.Model):
    """One office of one person; somebody may have several, e.g. receive for several departments.

    `department_key` is the translation key of the department's page.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("officer"), on_delete=models.CASCADE, related_name="offices"
    )
    department_key = models.UUIDField(_("department"), null=True, blank=True, db_index=True)
    role = models.CharField(_("role"), max_length=10, choices=OfficerRole)

    objects = OfficerQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("officer")
        verbose_name_plural = _("officers")
        ordering = ["department_key", "role", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "department_key", "role"], name="officer_once"),
            models.UniqueConstraint(
                fields=["user"], condition=models.Q(department_key=None), name="officer_supervisor_once"
            ),
            models.CheckConstraint(
                condition=models.Q(role=OfficerRole.SUPERVISOR, department_key__isnull=True)
                | ~models.Q(role=OfficerRole.SUPERVISOR) & models.Q(department_key__isnull=False),
                name="officer_supervisor_has_no_department",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.get_role_display()})"


def department_names() -> dict[str, str]:
    """Return the Vietnamese pages of the departments by key."""
    pages = DepartmentPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).order_by("title")
    return {str(key): title for key, title in pages.values_list("translation_key", "title")}
