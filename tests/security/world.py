"""People of every role and dossiers in several states, for the tests of who reaches what."""

from dataclasses import dataclass
from typing import Any

from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse
from django.utils import translation

from accounts.groups import Role, ensure_groups
from accounts.models import User
from departments.models import DepartmentGroups
from departments.ownership.sync import sync_departments
from services.forms.models import Attachment, Submission
from services.forms.rules.workflow import State
from services.forms.uploads import storage
from services.models import ServicePage
from tests.builders import make_department, translate
from tests.builders_accounts import PASSWORD, make_citizen, make_editor
from tests.builders_submissions import make_officer, make_open_service, make_submission
from tests.recorded_rows import recorded

STATES = (State.DRAFT, State.FILED, State.SUPPLEMENT)
BYTES = b"%PDF-1.4 only for this test %%EOF"
NOBODYS = "0191f3a0-0000-7000-8000-000000000000"
"""A number no dossier has."""


@dataclass(frozen=True)
class World:
    """One service in two languages, everybody who may come, a dossier of the owner in each state."""

    service: ServicePage
    english: ServicePage
    people: dict[str, User | None]
    dossiers: dict[State, Submission]

    def client(self, role: str) -> Client:
        """A browser of somebody in that role, logged in unless she is nobody."""
        client, user = Client(), self.people[role]
        if user is not None:
            client.force_login(user)
        return client

    def arguments(self, name: str, language: str, dossier: Submission | None = None) -> list[Any]:
        """What an address of that name needs."""
        if name in ("apply", "submission_new"):
            return [(self.english if language == "en" else self.service).slug]
        if name in ("desk_export", "desk_report_06a_list", "desk_report_07a_list"):
            return ["csv"]
        if name == "mfa_enrolment_link":
            return ["x"]
        if dossier is None:
            return []
        more = {
            "submission_step": ["owner"],
            "submission_file": [first_file(dossier).pk],
            "desk_file": [first_file(dossier).pk],
            "desk_act": ["note"],
            "submission_slip": [first_slip(dossier)],
            "desk_slip": [first_slip(dossier)],
        }
        return [dossier.pk, *more.get(name, [])]


@recorded
def build_world() -> World:
    service = make_open_service()
    english = translate(service, {service.title: "Building permit", service.slug: "building-permit"})
    sync_departments()
    own = DepartmentGroups.objects.get(department_key=service.get_parent().translation_key)
    groups = {"editor": own.editors, "approver": own.approvers, "translator": ensure_groups()[Role.TRANSLATORS]}
    people: dict[str, User | None] = {"anonymous": None, "owner": make_citizen(), "stranger": make_citizen()}
    people |= {role: make_staff(group) for role, group in groups.items()}
    people["administrator"] = make_editor()
    there, elsewhere = [service.get_parent()], [make_department("Sở Y tế", unit_code="H56.21")]
    people |= {role: make_officer(role=role, departments=there) for role in ("officer", "head", "one_stop")}
    people["other_officer"] = make_officer(role="officer", departments=elsewhere)
    people["supervisor"] = make_officer(role="supervisor")
    dossiers = {state: with_bytes(make_submission(state, owner=people["owner"])) for state in STATES}
    return World(service, english, people, dossiers)


def make_staff(group: Any) -> User:
    user = User.objects.create_user(f"{group.pk}@noi-bo.example.vn", PASSWORD)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    user.groups.add(group)
    return user


def with_bytes(submission: Submission) -> Submission:
    """Put bytes behind its files."""
    for attachment in Attachment.objects.filter(submission=submission):
        Attachment.objects.filter(pk=attachment.pk).update(path=storage.write(BYTES).path)
    return submission


def first_file(submission: Submission) -> Attachment:
    return Attachment.objects.filter(submission=submission).earliest("pk")


def first_slip(submission: Submission) -> int:
    """The number of a slip of it; one of nobody's where none was issued."""
    return submission.slips.values_list("pk", flat=True).first() or 10**9


def address(name: str, language: str, *arguments: Any) -> str:
    with translation.override(language):
        return reverse(name, args=arguments)
