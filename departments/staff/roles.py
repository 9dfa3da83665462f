"""The roles of staff: each with its name and what it may do, in words somebody outside understands."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.utils.translation import gettext as _
from wagtail.models import GroupPagePermission

from accounts.groups import Role
from accounts.models import User
from departments.models import DepartmentGroups, DepartmentPage

ADMINISTRATOR = "administrator"
"""The one role that is no group: Django's superuser."""


@dataclass(frozen=True)
class StaffRole:
    """`key` names it in forms and in the audit; `group` is None for the administrator."""

    key: str
    name: str
    may: str
    group: int | None = None


@dataclass(frozen=True)
class RoleSet:
    """Roles that belong together under a heading: those of the whole portal, those of one department."""

    heading: str
    roles: list[StaffRole]


def administrator() -> StaffRole:
    words = _(
        "everything: accounts and roles, officers, settings, every page; sees the letters that were not delivered"
    )
    return StaffRole(ADMINISTRATOR, _("Administrator"), words)


def role_sets(kept: Iterable[int] = ()) -> list[RoleSet]:
    """Return every role that can be given: of the whole portal, department by department, then groups made by hand.

    Groups of a department that has no pages any more are left out, unless they are among `kept`.
    """
    groups = {group.pk: group for group in Group.objects.order_by("name")}
    sets = [RoleSet(_("The whole portal"), [administrator(), *_of_the_portal(groups)])]
    alive = {*GroupPagePermission.objects.values_list("group_id", flat=True), *kept}
    for row in _departments():
        pair = _of_department(row)
        for role in pair.roles:
            groups.pop(role.group or 0, None)
        sets += [pair] if alive & {role.group for role in pair.roles} else []
    others = [StaffRole(f"group-{pk}", group.name, _by_hand(), pk) for pk, group in groups.items()]
    return [*sets, RoleSet(_("Groups made by hand"), others)] if others else sets


def _of_the_portal(groups: dict[int, Group]) -> list[StaffRole]:
    """Return the roles every installation has, and take their groups off the list."""
    words = {
        Role.COMMUNICATIONS: _(
            "writes, approves and publishes every page; menus, home page, banners, quick links, letters, vocabularies"
        ),
        Role.TRANSLATORS: _("translates pages into English and submits the translations for approval"),
    }
    by_name = {group.name: group for group in groups.values()}
    found = [(role, by_name[role.value]) for role in Role if role.value in by_name]
    return [StaffRole(role.name.lower(), groups.pop(group.pk).name, words[role], group.pk) for role, group in found]


def _departments() -> list[DepartmentGroups]:
    order = {
        key: place
        for place, key in enumerate(DepartmentPage.objects.order_by("path").values_list("translation_key", flat=True))
    }
    rows = DepartmentGroups.objects.select_related("editors", "approvers", "collection")
    return sorted(rows, key=lambda row: order.get(row.department_key, len(order)))


def _of_department(row: DepartmentGroups) -> RoleSet:
    name = str(row)
    edits = _("changes the pages and files of %(department)s and submits them for approval") % {"department": name}
    approves = _("approves, sends back and publishes the pages of %(department)s; names who stands in while away") % {
        "department": name
    }
    return RoleSet(
        name,
        [
            StaffRole(f"editors-{row.department_key}", row.editors.name, edits, row.editors_id),
            StaffRole(f"approvers-{row.department_key}", row.approvers.name, approves, row.approvers_id),
        ],
    )


def _by_hand() -> str:
    return _("what somebody chose for this group by hand; look it up under Groups")


def roles_of(user: User, sets: Iterable[RoleSet]) -> list[StaffRole]:
    """Return the roles a person has; with groups read beforehand, it asks nothing."""
    groups = {group.pk for group in user.groups.all()}
    return [role for one in sets for role in one.roles if _has(user, role, groups)]


def _has(user: User, role: StaffRole, groups: set[int]) -> bool:
    return user.is_superuser if role.group is None else role.group in groups
