"""Two departments with their people, communications and a translator, for tests of who keeps and approves what."""

from dataclasses import dataclass
from itertools import count
from typing import Any

from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Page

from accounts.groups import APPROVERS, EDITORS, Role, ensure_groups, grant
from accounts.models import User
from departments.models import DepartmentGroups, DepartmentPage
from departments.ownership.sync import sync_departments
from outbox.models import Delivery
from services.models import ServicePage
from tests.builders import make_department, make_service
from tests.builders_accounts import PASSWORD

_numbers = count(1)
FEE = {"name": "Phí thẩm định", "kind": "phi", "status": "amount", "amount": 500_000}


@dataclass(frozen=True)
class Office:
    """A department with one service, an editor and an approver."""

    department: DepartmentPage
    service: ServicePage
    editor: User
    approver: User

    @property
    def groups(self) -> DepartmentGroups:
        return DepartmentGroups.objects.get(department_key=self.department.translation_key)


def make_office(title: str, service: str) -> Office:
    department = make_department(title)
    made = make_service(service, department=department, fees=[FEE])
    sync_departments()
    groups = DepartmentGroups.objects.get(department_key=department.translation_key)
    return Office(department, made, make_member(groups.editors, "editor"), make_member(groups.approvers, "approver"))


def branch_groups(page: Page) -> tuple[Group, Group]:
    """Editors and approvers of one page and what is below it, in that language alone."""
    groups = []
    for rights in (EDITORS, APPROVERS):
        groups.append(Group.objects.create(name=f"Nhánh {next(_numbers)}"))
        grant(groups[-1], rights, [page], [])
    return groups[0], groups[1]


def make_member(group: Any, name: str = "nhan-vien") -> User:
    user = User.objects.create_user(f"{name}-{next(_numbers)}@example.vn", PASSWORD)
    user.groups.add(group)
    return user


def make_communications() -> User:
    return make_member(ensure_groups()[Role.COMMUNICATIONS], "truyen-thong")


def make_translator() -> User:
    return make_member(ensure_groups()[Role.TRANSLATORS], "dich")


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def submit(user: User, page: Page) -> Any:
    """As the button "Gửi duyệt" does; the step that waits."""
    page.get_workflow().start(page, user)
    return Page.objects.get(pk=page.pk).current_workflow_task_state


def people_mailed(occasion: str) -> list[str]:
    """Addresses of those for whom a mail of that occasion waits in the outbox."""
    waiting = Delivery.objects.filter(kind="approval.mail", payload__occasion=occasion).order_by("pk")
    return [User.objects.get(pk=delivery.payload["person"]).email for delivery in waiting]
