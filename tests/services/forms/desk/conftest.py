"""Two departments with their people and a dossier each, for the tests of the desk."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from services.forms.models import OfficerRole, Submission
from services.models import ServicePage
from tests.builders import make_department
from tests.builders_accounts import just_confirmed
from tests.builders_submissions import make_citizen, make_officer, make_open_service, make_submission
from tests.recorded_rows import recorded


@dataclass
class Office:
    """A department with a service of its own, an officer, a head, and one new dossier."""

    department: Any
    service: ServicePage
    officer: User
    head: User
    dossier: Submission


@dataclass
class Province:
    building: Office
    health: Office
    one_stop: User
    supervisor: User


def make_office(name: str, code: str, service_title: str) -> Office:
    department = make_department(name, unit_code=code)
    service = make_open_service(service_title, department=department)
    stem = f"{code.lower().replace('.', '-')}"
    return Office(
        department,
        service,
        make_officer(f"can-bo-{stem}", role=OfficerRole.OFFICER, departments=[department]),
        make_officer(f"lanh-dao-{stem}", role=OfficerRole.HEAD, departments=[department]),
        make_submission(service=service),
    )


@recorded(dated=True)
def make_province() -> Province:
    building = make_office("Sở Xây dựng", "H56.17", "Cấp giấy phép xây dựng")
    health = make_office("Sở Y tế", "H56.21", "Cấp chứng chỉ hành nghề y")
    both = [building.department, health.department]
    return Province(
        building,
        health,
        make_officer("mot-cua", role=OfficerRole.ONE_STOP, departments=both),
        make_officer("giam-sat", role=OfficerRole.SUPERVISOR),
    )


@pytest.fixture
def province(db) -> Province:
    return make_province()


class Worker:
    """Somebody at the desk."""

    def __init__(self, user: User | None = None) -> None:
        self.user = user or make_citizen()
        self.client = Client()
        self.client.force_login(self.user)
        just_confirmed(self.client, self.user)

    def queue(self, name: str = "new", **asked: Any) -> Any:
        return self.client.get(reverse(f"desk_{name}"), asked)

    def codes(self, name: str = "new", **asked: Any) -> list[str]:
        answer = self.queue(name, **asked)
        assert answer.status_code == 200, answer.status_code
        return [row["submission"].code for row in answer.context["rows"]]

    def open(self, submission: Submission) -> Any:
        return self.client.get(reverse("desk_dossier", args=[submission.pk]))

    def ask(self, submission: Submission, act: str) -> Any:
        return self.client.get(reverse("desk_act", args=[submission.pk, act]))

    def act(self, submission: Submission, act: str, **typed: Any) -> Any:
        """Post an act with the revision as it stands now, unless another is given."""
        typed.setdefault("revision", Submission.objects.get(pk=submission.pk).revision)
        return self.client.post(reverse("desk_act", args=[submission.pk, act]), typed)

    def together(self, *chosen: Submission, **typed: Any) -> Any:
        tickets = [f"{one.pk}:{one.revision}" for one in chosen]
        return self.client.post(reverse("desk_together") + "?queue=new", {"chosen": tickets, **typed}, follow=True)

    def export(self, kind: str = "csv", **asked: Any) -> Any:
        return self.client.get(reverse("desk_export", args=[kind]), {"queue": "new", **asked})


def now(submission: Submission) -> Submission:
    """As it stands in the database."""
    return Submission.objects.select_related("assigned_to").get(pk=submission.pk)


@pytest.fixture
def office(province: Province) -> Office:
    return province.building


@pytest.fixture
def worker(office: Office) -> Worker:
    """An officer of that department at the desk."""
    return Worker(office.officer)
