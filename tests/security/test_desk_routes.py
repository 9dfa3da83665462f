"""The officers' desk for everybody: open to the officers of the agency, and to nobody else it exists."""

import pytest
from django.test import Client

from services.forms.desk.queues import QUEUES
from services.forms.models import Submission
from services.forms.rules.workflow import State
from services.forms.statistics.recount import recount_tallies
from tests.security import routes
from tests.security.asking import (
    LANGUAGES,
    LOGIN,
    METHODS,
    OFFICERS,
    STAFF,
    address_in,
    of_class,
    status_of,
    stored,
    told,
)
from tests.security.routes import Route, class_of
from tests.security.world import NOBODYS, STATES, World, address

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.walk]


@pytest.mark.parametrize("language", LANGUAGES)
def test_desk_opens_for_officers_and_exists_for_nobody_else(world, language):
    queues = {queue.route for queue in QUEUES} | {"desk_register"}
    special = {"desk": 302, "desk_together": 302, "desk_export": 302}  # the last asks for the password
    assert queues | set(special) == {route.name for route in of_class(routes.DESK)}
    for role in world.people:
        if role == "anonymous":
            continue
        client = world.client(role)
        for name in queues | set(special):
            status = client.get(address(name, language, *world.arguments(name, language))).status_code
            works = role in (*OFFICERS, "other_officer")
            expected = special.get(name, 200) if works else 404
            if role == "supervisor" and name == "desk":
                expected = 200
            assert status == expected, f"{role} {name}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_reports_open_for_heads_and_supervisors_and_exist_for_nobody_else(world, language):
    recount_tallies()
    names = {route.name for route in of_class(routes.REPORT)}
    for role in world.people:
        if role == "anonymous":
            continue
        client = world.client(role)
        for name in names:
            path = address(name, language, *world.arguments(name, language))
            sees = role == "head" or (role == "supervisor" and name != "desk_ratings")
            for method in METHODS if role == "head" else ("get", "post"):
                only_read = 405 if method not in ("get", "head") else 200
                status = getattr(client, method)(path).status_code
                assert status == (only_read if sees or only_read == 405 else 404), f"{role} {method} {name}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_dossier_opens_at_the_desk_for_the_officers_of_its_agency(world, language):
    for role in OFFICERS:
        client = world.client(role)
        for name in (route.name for route in of_class(routes.CASE, language=language)):
            found = {state: status_of(client, address_in(world, name, language, state)) for state in STATES}
            has_slips = name != "desk_slip"  # nothing was issued for what was only filed
            expected = {State.DRAFT: 404, State.FILED: 200 if has_slips else 404, State.SUPPLEMENT: 200}
            assert found == expected, f"{role} {name}"


@pytest.mark.parametrize("role", [*STAFF, "owner", "stranger", "other_officer", "supervisor"])
def test_at_the_desk_a_dossier_of_others_does_not_exist(world, role):
    client, before = world.client(role), stored()
    methods = METHODS if role == "other_officer" else ("get", "post")
    for name in (route.name for route in of_class(routes.CASE, language="vi")):
        for state in STATES:
            real = address_in(world, name, "vi", state)
            none = real.replace(str(world.dossiers[state].pk), NOBODYS)
            for method in methods:
                answers = [told(getattr(client, method)(path), path) for path in (real, none)]
                assert answers[0] == answers[1], f"{role} {method} {real}"
                assert answers[0][0] in (404, 405), f"{role} {method} {real}"
    assert stored() == before


def test_the_desk_asks_for_a_login(world):
    client = Client()
    for route in of_class(routes.DESK, routes.REPORT, routes.CASE):
        path = address(route.name, route.language, *world.arguments(route.name, route.language, *_filed(world, route)))
        for method in ("get", "post"):
            answer = getattr(client, method)(path)
            case = f"{method} {route}"
            assert answer.status_code in (302, 405), case
            if answer.status_code == 302:
                assert answer.url.startswith(f"{LOGIN[route.language]}?next="), case


def _filed(world: World, route: Route) -> list[Submission]:
    return [world.dossiers[State.FILED]] if class_of(route) == routes.CASE else []
