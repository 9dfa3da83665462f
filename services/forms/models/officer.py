"""Who works on dossiers: a person, a department, and in what role."""

from typing import TYPE_CHECKING, Any, Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from departments.models import DepartmentPage, Succession
from departments.models.querysets import LISTED_DEPTH, DepartmentQuerySet
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

    def at(self, department: UUID | str | None) -> Self:
        """Return those at that department; for a commune that ended also those at the one that took it over."""
        if department is None:
            return self.filter(department_key=None)
        successor = takeovers_of_communes().filter(page__translation_key=department)
        at_successor = models.Q(department_key__in=successor.values("successor__translation_key"))
        return self.filter(models.Q(department_key=department) | at_successor)

    def working_at(self, department: UUID | str | None) -> Self:
        """Return those in which somebody works on the dossiers of that department today."""
        return self.at(department).filter(user__is_active=True)

    def department_keys(self) -> models.QuerySet:
        """Return the keys of their departments, and of the communes that ended and that one of these took over."""
        own = self.order_by().values("department_key")
        ended = takeovers_of_communes().filter(successor__translation_key__in=own)
        return own.union(ended.values("page__translation_key"))


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
    """Return the Vietnamese pages of the departments by key, single communes among them."""
    return _names(DepartmentPage.objects.order_by("title"))


def department_choices() -> list[tuple[Any, Any]]:
    """Return the same for a list to choose from: the single communes as a group of their own, behind all others."""
    communes = _names(DepartmentPage.objects.communes().order_by("title"))
    listed = _names(DepartmentPage.objects.listed().order_by("title"))
    group: list[tuple[Any, Any]] = [(_("Wards and communes"), list(communes.items()))] if communes else []
    return [*listed.items(), *group]


def _names(pages: DepartmentQuerySet) -> dict[str, str]:
    originals = pages.filter(locale__language_code=settings.LANGUAGE_CODE)
    return {str(key): title for key, title in originals.values_list("translation_key", "title")}


def takeovers_of_communes() -> models.QuerySet[Succession]:
    """Return one row for each commune that ended and whose work went to one other alone, as a source confirms.

    What was split stays with nobody new until somebody is given an office for it.
    """
    ended = Succession.objects.filter(is_confirmed=True, page__is_former=True, page__depth__gt=LISTED_DEPTH)
    same = {"successor": models.OuterRef("successor"), "is_confirmed": True}
    others = Succession.objects.filter(page=models.OuterRef("page")).exclude(**same)
    whole: models.QuerySet[Succession] = ended.exclude(models.Exists(others)).order_by()
    return whole
