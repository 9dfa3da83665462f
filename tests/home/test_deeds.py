"""Every ordinary deed of an editor, on every page type, as every role: it works, or words say what stands in its way."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.db import transaction
from django.test import Client
from wagtail.models import Page, get_page_models

from accounts.groups import ensure_branch_groups, ensure_groups
from accounts.models import User
from tests.builders import make_department, make_guide, make_notice, publish, translate, trunk
from tests.builders_forms import make_fileable_service, make_form_page
from tests.home.deeds import DEEDS

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> dict[str, Page]:
    """One page of every type, by the name of the type, each published; the service with a form and in English."""
    ensured = trunk()
    make_department("Sở Nội vụ")
    service = make_fileable_service("Tách thửa đất", procedure_code="1.014100")
    translate(service, {"Tách thửa đất": "Land split"})
    standard = ensured.standing["contact"]
    standard.summary = "Liên hệ"
    pages = [
        *(ensured.home, ensured.services, ensured.departments, ensured.guidance, ensured.notices),
        *(make_department(), service, make_form_page(service), publish(standard)),
        *(make_guide(services=[service]), make_notice()),
    ]
    assert {type(page) for page in pages} == {model for model in get_page_models() if model is not Page}
    return {type(page).__name__: page for page in pages}


@pytest.fixture
def roles(world) -> dict[str, User]:
    groups = {**{role.value: group for role, group in ensure_groups().items()}}
    groups["biên tập"], groups["duyệt"] = ensure_branch_groups(trunk().departments)
    users = {name: User.objects.create_user(f"{number}@example.vn", "x") for number, name in enumerate(groups)}
    for name, group in groups.items():
        users[name].groups.add(group)
    return {"quản trị": User.objects.create_superuser("quantri@example.vn", "x"), **users}


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside leaves no trace."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def says_something(answer: Any) -> bool:
    """Whether an answer to a button says what came of it: a way on, or a form with its faults."""
    if answer.status_code == 302 or answer.wsgi_request.method == "GET":
        return True
    form = answer.context and answer.context.get("form")
    faults = form and (form.errors or [rows.errors for rows in getattr(form, "formsets", {}).values()])
    return answer.status_code in (403, 404) or bool(faults) or any(get_messages(answer.wsgi_request))


def faults_of(deed: str, world: dict[str, Page], roles: dict[str, User]) -> Iterator[str]:
    for kind, page in world.items():
        for role, user in roles.items():
            client = Client(raise_request_exception=False)
            client.force_login(user)
            with undone():
                for step, answer in enumerate(DEEDS[deed](client, type(page).objects.get(pk=page.pk))):
                    if answer.status_code >= 500:
                        yield f"{kind}, {role}, step {step}: {answer.status_code} {answer.exc_info[1]!r}"
                    elif not says_something(answer):
                        yield f"{kind}, {role}, step {step}: {answer.status_code} says nothing"


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_works_or_says_what_stands_in_its_way(deed, world, roles):
    assert list(faults_of(deed, world, roles)) == []
