"""More than a thousand requests nobody can mean: each is answered, none is a fault of ours."""

import io
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from services.forms.models import Submission
from services.forms.rules.workflow import State
from tests.security import routes
from tests.security.malformed import Case, cases, paths
from tests.security.routes import class_of, every_route
from tests.security.world import World, address

pytestmark = [pytest.mark.django_db, pytest.mark.walk]

NEW = (routes.GUEST, routes.ACCOUNT, routes.OWN)
LEAST = 1_000


def ask(client: Client, case: Case) -> Any:
    """Send it as it is, to its last byte."""
    cache.clear()  # limits would hide what lies behind them
    request: dict[str, Any] = {
        "CONTENT_LENGTH": str(len(case.body)),
        "CONTENT_TYPE": case.content_type,
        "wsgi.input": io.BytesIO(case.body),
    }
    if case.cookies:
        request["HTTP_COOKIE"] = case.cookies
    return client.generic(case.method, case.path, headers=case.headers, **_without_body(case, request))


def _without_body(case: Case, request: dict[str, Any]) -> dict[str, Any]:
    return {} if case.method == "GET" and not case.cookies else request


def browser(world: World, case: Case, *, logged_in: bool) -> Client:
    client = Client(enforce_csrf_checks=case.strict, raise_request_exception=False)
    if logged_in and not case.cookies:
        client.force_login(world.people["owner"])
    return client


def faults(world: World, found: list[Case], *, logged_in: bool = True) -> list[str]:
    wrong = []
    for case in found:
        answer = ask(browser(world, case, logged_in=logged_in), case)
        if answer.status_code >= 500:
            wrong.append(f"{answer.status_code} {case}")
        answer.getvalue()  # which closes a file
    return wrong


def test_every_address_of_a_session_answers_what_cannot_be_meant(world):
    """Pages of dossiers get every value; those of accounts, which share their code, take turns with them, and so do all
    of them on PostgreSQL.
    """
    asked, before = 0, list(Submission.objects.order_by("pk").values())
    for number, route in enumerate(route for route in every_route() if class_of(route) in NEW):
        if route.language != "vi":
            continue
        dossier = world.dossiers[State.SUPPLEMENT if route.name == "submission_supplement" else State.DRAFT]
        arguments = world.arguments(route.name, "vi", dossier if class_of(route) == routes.OWN else None)
        found = list(cases(address(route.name, "vi", *arguments), turn=number))
        is_whole = class_of(route) == routes.OWN and connection.vendor == "sqlite"
        found = found if is_whole else found[number % 2 :: 2]
        asked += len(found)
        assert faults(world, found) == [], route.name
    assert asked >= LEAST
    stored = {row["id"]: row["state"] for row in Submission.objects.values()}
    assert {row["id"]: stored.pop(row["id"]) for row in before} == {row["id"]: row["state"] for row in before}
    assert set(stored.values()) <= {State.DRAFT}  # a service of one agency asks nothing before a draft begins


@pytest.mark.parametrize(
    "path", ["/tra-cuu/", "/en/account/sign-up/", "/tai-khoan/dang-nhap/", "/tai-khoan/quen-mat-khau/"]
)
def test_pages_for_guests_answer_what_cannot_be_meant(world, path):
    assert faults(world, list(cases(path)), logged_in=False) == []


def test_answers_of_whoever_is_not_logged_in_may_be_anything(world):
    draft = world.dossiers[State.DRAFT]
    assert faults(world, list(cases(f"/ho-so/{draft.pk}/buoc/owner/")), logged_in=False) == []


def test_public_page_of_filing_answers_what_cannot_be_meant(world):
    assert faults(world, list(cases(address("apply", "vi", world.service.slug)))) == []


def test_addresses_that_are_none(world):
    number = str(world.dossiers[State.DRAFT].pk)
    found = [Case(method, path) for path in paths(number) for method in ("GET", "POST")]
    assert faults(world, found) == []
