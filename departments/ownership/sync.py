"""Pages and files follow their departments: groups, rights in every language, collections, the workflow.

Safe to run again at any time; what is as it should be costs a few questions and changes nothing. Single communes have
no groups: their pages belong to the department above them.
"""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from wagtail.models import Collection, Page

from accounts.groups import APPROVERS, EDITORS, SHARED_FILES, ensure_groups, grant, shared_collection
from accounts.models import User
from departments.models import DepartmentGroups, DepartmentPage
from departments.ownership.groups import end_rights, ensure_named
from departments.ownership.workflow import ensure_workflow


@transaction.atomic
def sync_departments() -> list[str]:
    """Bring everything in step; what was done, and what somebody has to see to, in sentences."""
    ensure_groups()
    told = ensure_workflow()
    listed = DepartmentPage.objects.listed().filter(locale__language_code=settings.LANGUAGE_CODE)
    departments = list(listed.order_by("path"))
    known = set(DepartmentGroups.objects.values_list("department_key", flat=True))
    branches = _branches()
    inherited: dict[UUID, list[DepartmentPage]] = defaultdict(list)
    for former in (one for one in departments if one.is_former):
        successors = heirs(former)
        for key in successors:
            inherited[key].append(former)
        if successors and former.translation_key in known:
            told += _hand_over(former)
    for department in departments:
        if not department.is_former and (department.live or department.translation_key in known):
            told += _sync_one(department, branches, inherited[department.translation_key])
    return told + _orphans(known - {one.translation_key for one in departments})


def sync_after_commit() -> None:
    """Bring everything in step when the transaction is in the database: once, however many departments it changed."""
    if not any(waiting[1] is sync_departments for waiting in connection.run_on_commit):
        transaction.on_commit(sync_departments, robust=True)


def _branches() -> dict[UUID, list[Page]]:
    """Return the pages of each department in all languages, stand-ins included."""
    found: dict[UUID, list[Page]] = defaultdict(list)
    for page in DepartmentPage.objects.listed().only("pk", "path", "translation_key"):
        found[page.translation_key].append(page)
    return found


def heirs(former: DepartmentPage) -> set[UUID]:
    """Return the keys of those who took over all of a former department; none while anything of it is open.

    It is complete when every successor is confirmed and still exists, and no service is left below its page.
    """
    rows = list(former.successions.select_related("successor"))
    if any(not row.is_confirmed or row.successor.is_former for row in rows) or former.numchild:
        return set()
    return {row.successor.translation_key for row in rows}


def _sync_one(
    department: DepartmentPage, branches: dict[UUID, list[Page]], inherited: Iterable[DepartmentPage]
) -> list[str]:
    row, told = ensure_named(department)
    keys = [department.translation_key, *(former.translation_key for former in inherited)]
    pages = [page for key in keys for page in branches[key]]
    collections = Collection.objects.filter(owner__department_key__in=keys)
    for group, rights in ((row.editors, EDITORS), (row.approvers, APPROVERS)):
        grant(group, rights, pages, collections)
        grant(group, SHARED_FILES, [], [shared_collection()])
    return told


def _hand_over(former: DepartmentPage) -> list[str]:
    row = DepartmentGroups.objects.get(department_key=former.translation_key)
    if not end_rights(row):
        return []
    return [f"{former.title}: its work is handed over, its groups have no rights any more", *_members(row)]


def _members(row: DepartmentGroups) -> list[str]:
    people = User.objects.filter(groups__in=[row.editors_id, row.approvers_id]).distinct().order_by("email")
    emails = ", ".join(people.values_list("email", flat=True))
    return [f"{row}: these people are still in its groups and belong somewhere else now: {emails}"] if emails else []


def _orphans(keys: Iterable[UUID]) -> list[str]:
    rows = DepartmentGroups.objects.filter(department_key__in=keys)
    return [sentence for row in rows for sentence in _members(row)]
