"""The groups and the collection of a department: made once, found by its translation key, called what it is called."""

from uuid import UUID

from django.contrib.auth.models import Group
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from departments.models import DepartmentGroups, DepartmentPage

EDITORS, APPROVERS = "biên tập", "duyệt"
LONGEST_NAME = 120
"""A group's name has 150 letters at most, with what it does and, where two departments are called alike, a mark."""


def ensure_named(department: DepartmentPage) -> tuple[DepartmentGroups, list[str]]:
    """Return the groups of a department, made or renamed where needed, and what was done."""
    row = DepartmentGroups.objects.filter(department_key=department.translation_key).first()
    return _make(department) if row is None else (row, _rename(row, department))


def _make(department: DepartmentPage) -> tuple[DepartmentGroups, list[str]]:
    editors, approvers = (_adopt_or_make(department, what) for what in (EDITORS, APPROVERS))
    collection = Collection.get_first_root_node().add_child(name=department.title)
    row = DepartmentGroups.objects.create(
        department_key=department.translation_key, editors=editors, approvers=approvers, collection=collection
    )
    return row, [f"{department.title}: groups and collection made"]


def _adopt_or_make(department: DepartmentPage, what: str) -> Group:
    """Take over the group that was made by the department's name, with its members, before groups had owners."""
    name = group_name(department, what)
    group, is_new = Group.objects.get_or_create(name=name)
    if not is_new:
        root = Collection.get_first_root_node()
        GroupCollectionPermission.objects.filter(group=group, collection=root).delete()
    return group


def _rename(row: DepartmentGroups, department: DepartmentPage) -> list[str]:
    done = []
    for group, what in ((row.editors, EDITORS), (row.approvers, APPROVERS)):
        name = group_name(department, what, besides=group)
        if group.name != name:
            done.append(f"{group.name} → {name}")
            group.name = name
            group.save(update_fields=["name"])
    if row.collection.name != department.title:
        row.collection.name = department.title
        row.collection.save(update_fields=["name"])
    return done


def group_name(department: DepartmentPage, what: str, *, besides: Group | None = None) -> str:
    """Return what a group of a department is called; marked where another department has the name already."""
    plain = f"{department.title[:LONGEST_NAME]}: {what}"
    others = Group.objects.filter(name=plain)
    others = others.exclude(pk=besides.pk) if besides else others.filter(pk__in=_owned_groups())
    return f"{plain} ({_mark(department.translation_key)})" if others.exists() else plain


def _owned_groups() -> list[int]:
    return [pk for row in DepartmentGroups.objects.values_list("editors", "approvers") for pk in row]


def _mark(key: UUID) -> str:
    return str(key)[:8]


def end_rights(row: DepartmentGroups) -> bool:
    """Take from the groups of a department all they may do with pages and files; the members stay.

    Return whether there was anything to take.
    """
    groups = [row.editors_id, row.approvers_id]
    taken = GroupPagePermission.objects.filter(group__in=groups).delete()[0]
    return bool(taken + GroupCollectionPermission.objects.filter(group__in=groups).delete()[0])
