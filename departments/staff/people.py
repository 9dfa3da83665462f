"""Who works here: accounts with a role or an office, with what an administrator asks first about each."""

from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from departments.models import Deputy
from departments.staff.roles import RoleSet, roles_of


@dataclass(frozen=True)
class StaffLine:
    """One account in words: its roles, its offices at the desk, and who stands in for whom."""

    user: User
    name: str
    roles: list[str]
    offices: list[str]
    has_second_factor: bool
    deputies: list[str]

    @property
    def is_invited(self) -> bool:
        """Whether the person never logged in and has no password yet."""
        return self.user.last_login is None and not self.user.has_usable_password()


def staff(words: str = "", role: int | str = "") -> QuerySet[User]:
    """Return everybody with a role or an office, whose name or address has these words, with that role if one is
    named by its group (or as the administrator's).
    """
    people = User.objects.filter(Q(groups__isnull=False) | Q(is_superuser=True) | Q(offices__isnull=False))
    for word in words.split():
        people = people.filter(Q(email__icontains=word) | Q(first_name__icontains=word) | Q(last_name__icontains=word))
    if role:
        people = people.filter(groups=role) if isinstance(role, int) else people.filter(is_superuser=True)
    second = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
    people = people.annotate(has_totp=Exists(second)).prefetch_related("groups", "offices")
    return people.distinct().order_by("-is_active", "email")


def lines(people: list[User], sets: list[RoleSet]) -> list[StaffLine]:
    """Return the lines of some accounts; what is asked besides does not grow with them."""
    today = timezone.localdate()
    deputies = _deputies(people, today)
    return [
        StaffLine(
            user=user,
            name=user.get_full_name(),
            roles=[role.name for role in roles_of(user, sets)],
            offices=sorted({office.get_role_display() for office in user.offices.all()}),
            has_second_factor=user.has_totp,  # type: ignore[attr-defined]  # asked along by staff()
            deputies=deputies.get(user.pk, []),
        )
        for user in people
    ]


def _deputies(people: list[User], today: date) -> dict[int, list[str]]:
    """Return by account who stands in for it, and for whom it stands in, from today on."""
    concerned = Q(approver__in=people) | Q(deputy__in=people)
    told: dict[int, list[str]] = {}
    for row in Deputy.objects.filter(concerned, ends_on__gte=today).select_related("approver", "deputy"):
        days = {"first": f"{row.starts_on:%d/%m/%Y}", "last": f"{row.ends_on:%d/%m/%Y}"}
        away = _("away %(first)s – %(last)s, %(who)s stands in") % {**days, "who": row.deputy}
        stands_in = _("stands in for %(who)s, %(first)s – %(last)s") % {**days, "who": row.approver}
        told.setdefault(row.approver_id, []).append(away)
        told.setdefault(row.deputy_id, []).append(stands_in)
    return told
