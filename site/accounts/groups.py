"""Who may do what in the editors' area: role → permissions, the only table."""

from dataclasses import dataclass
from enum import StrEnum

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

ADMIN = "wagtailadmin.access_admin"
SUBMIT_TRANSLATION = "wagtail_localize.submit_translation"
FILES = ("wagtailimages.{act}_image", "wagtaildocs.{act}_document")
"""Wagtail asks for the permissions of its own models, also when the project brings others."""
SNIPPETS = ("core.{act}_field", "core.{act}_lifeevent", "core.{act}_audience", "core.{act}_legaldocument",
            "core.{act}_holiday", "departments.{act}_agencyhours", "home.{act}_quicklink", "home.{act}_banner",
            "service_forms.{act}_citizentext", "service_forms.{act}_sliptemplate")  # fmt: skip


FEEDBACK = ("home.view_feedback", "home.change_feedback", "home.delete_feedback")
"""Visitors write it; nobody else does."""


class Role(StrEnum):
    """The groups every installation has; the value is the name of the group."""

    COMMUNICATIONS = "Truyền thông"
    TRANSLATORS = "Biên dịch"


@dataclass(frozen=True)
class Rights:
    """What a role may do: acts on a branch of pages, acts on files, and permissions of its own ("app.codename")."""

    pages: tuple[str, ...]
    files: tuple[str, ...] = ()
    single: tuple[str, ...] = (ADMIN,)


RIGHTS = {
    Role.COMMUNICATIONS: Rights(
        pages=("add", "change", "publish", "lock", "unlock"),
        files=("add", "change", "choose"),
        single=(
            ADMIN,
            SUBMIT_TRANSLATION,
            "core.change_portalsettings",
            *(name.format(act=act) for name in SNIPPETS for act in ("add", "change", "delete", "view")),
            *FEEDBACK,
        ),
    ),
    Role.TRANSLATORS: Rights(pages=("change",), single=(ADMIN, SUBMIT_TRANSLATION)),
}
"""Roles that hold for every page."""

EDITORS = Rights(pages=("add", "change"), files=("add", "choose"))
APPROVERS = Rights(pages=("add", "change", "publish", "lock", "unlock"), files=("add", "change", "choose"))
"""Roles that hold for one page and everything below it, e.g. a department with its services."""


def ensure_groups() -> dict[Role, Group]:
    """Make the missing groups and give them the rights they lack; rights given by hand stay."""
    root = Page.get_first_root_node()
    return {role: _ensure_group(role.value, rights, root) for role, rights in RIGHTS.items()}


def ensure_branch_groups(page: Page) -> tuple[Group, Group]:
    """Return the editors and the approvers of `page` and everything below it."""
    editors = _ensure_group(f"{page.title}: biên tập", EDITORS, page)
    approvers = _ensure_group(f"{page.title}: duyệt", APPROVERS, page)
    return editors, approvers


def _ensure_group(name: str, rights: Rights, page: Page) -> Group:
    group, _made = Group.objects.get_or_create(name=name)
    for act in rights.pages:
        GroupPagePermission.objects.get_or_create(
            group=group, page=page, permission=_permission(f"wagtailcore.{act}_page")
        )
    files = Collection.get_first_root_node()
    for act in rights.files:
        for codename in FILES:
            permission = _permission(codename.format(act=act))
            GroupCollectionPermission.objects.get_or_create(group=group, collection=files, permission=permission)
    group.permissions.add(*(_permission(name) for name in rights.single))
    return group


def _permission(name: str) -> Permission:
    """Return the permission written "app.codename"; Permission.DoesNotExist when the table names one that is none."""
    app_label, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)
