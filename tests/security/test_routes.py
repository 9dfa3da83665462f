"""Every route for everybody: nothing is open that nobody thought about, and to a stranger a dossier does not exist."""

from typing import Any

import pytest
from django.contrib.auth import SESSION_KEY
from django.core.cache import cache
from django.test import Client
from django.urls import resolve
from django.utils import translation

from services.forms.rules.workflow import State
from tests.builders import trunk
from tests.builders_accounts import PASSWORD, make_citizen
from tests.security import routes
from tests.security.asking import LANGUAGES, LOGGED_IN, LOGIN, METHODS, address_in, of_class, status_of, stored, told
from tests.security.routes import Route, class_of, every_route, example
from tests.security.world import NOBODYS, STATES, address, first_file

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.walk]


OPENS: dict[str, dict[State, int]] = {
    "submission": {State.DRAFT: 200, State.FILED: 200, State.SUPPLEMENT: 200},
    "submission_update": {State.DRAFT: 302, State.FILED: 302, State.SUPPLEMENT: 302},
    "submission_agency": {State.DRAFT: 302, State.FILED: 302, State.SUPPLEMENT: 302},
    "submission_step": {State.DRAFT: 200, State.FILED: 302, State.SUPPLEMENT: 302},
    "submission_check": {State.DRAFT: 200, State.FILED: 302, State.SUPPLEMENT: 302},
    "submission_rating": {State.DRAFT: 302, State.FILED: 302, State.SUPPLEMENT: 302},
    "submission_receipt": {State.DRAFT: 404, State.FILED: 200, State.SUPPLEMENT: 200},
    "submission_receipt_pdf": {State.DRAFT: 404, State.FILED: 200, State.SUPPLEMENT: 200},
    "submission_file": {State.DRAFT: 200, State.FILED: 200, State.SUPPLEMENT: 200},
    "submission_supplement": {State.DRAFT: 302, State.FILED: 302, State.SUPPLEMENT: 200},
    "submission_withdraw": {State.DRAFT: 302, State.FILED: 200, State.SUPPLEMENT: 200},
    "submission_slip": {State.DRAFT: 404, State.FILED: 404, State.SUPPLEMENT: 200},
    "submission_delete": {State.DRAFT: 200, State.FILED: 302, State.SUPPLEMENT: 302},
}
"""What the owner gets for a GET. Everybody else who is logged in gets 404, whoever is not is sent to the log-in."""

ONLY_READ = ("submission", "submission_receipt", "submission_receipt_pdf", "submission_file", "submission_slip")

OF_ACCOUNT = {
    "submissions_seen": 302,
    "account_close": 302,
    "account_export": 302,
    "mfa_activate_totp": 302,
    "mfa_enrolment": 302,
    "mfa_enrolment_link": 302,
    "mfa_generate_recovery_codes": 302,
    "mfa_reauthenticate": 302,
    "mfa_deactivate_totp": 404,
    "mfa_view_recovery_codes": 404,
    "mfa_download_recovery_codes": 404,
}
"""What somebody without a second factor gets of the own account; every other page opens. 302: the password first."""

GUESTS = {
    "account_logout": (302, 200),
    "account_login": (200, 302),
    "account_signup": (200, 302),
    "account_email_verification_sent": (302, 302),
    "account_confirm_password_reset_code": (302, 302),
    "account_complete_password_reset": (302, 302),
    "mfa_authenticate": (302, 302),
}
"""What whoever is not logged in gets, and whoever is, where it is not 200 for both."""

OPEN_IN_THE_ADMIN = {"wagtailadmin_sprite", "wagtailadmin_javascript_catalog"}
"""Pictures and words of the admin's own scripts."""
ADMINISTRATORS_ONLY = ("users/", "groups/", "sites/", "locales/", "redirects/", "workflows/", "dead-letters/",
                       "snippets/home/feedback/", "officers/")  # fmt: skip
FOR_ALL_STAFF = ("workflows/task_chooser/",)


def test_every_route_has_its_class():
    assert [str(route) for route in every_route() if class_of(route) is None] == []
    assert len(every_route()) > 500


def test_no_class_is_given_to_a_route_that_does_not_exist():
    assert set(routes.BY_NAME) <= {route.name for route in every_route()}
    for prefix in routes.BY_PREFIX:
        assert any(route.path.startswith(prefix) for route in every_route()), prefix


def test_examples_fit_their_routes():
    wrong = [route for route in every_route() if class_of(route) != routes.ADMIN and not _fits(route)]
    assert [f"{route}: {example(route)}" for route in wrong] == []


def _fits(route: Route) -> bool:
    with translation.override(route.language):
        return (resolve(example(route)).url_name or "") in (route.name, "")


def test_the_tables_speak_of_every_route_of_a_dossier():
    assert set(OPENS) == {route.name for route in of_class(routes.OWN)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_own_dossier_opens_as_its_state_allows(world, language):
    client = world.client("owner")
    found = {
        name: {state: status_of(client, address_in(world, name, language, state)) for state in STATES} for name in OPENS
    }
    assert found == OPENS


@pytest.mark.parametrize("role", [role for role in LOGGED_IN if role != "owner"])
def test_dossier_of_somebody_else_does_not_exist_whatever_is_asked_of_it(world, role):
    """Byte by byte the answer for a number that no dossier has: nothing tells the two apart."""
    client, before = world.client(role), stored()
    methods, languages = (METHODS, LANGUAGES) if role == "stranger" else (("get", "post"), ("vi",))
    to_none: dict[tuple[str, str], Any] = {}
    for name in OPENS:
        for language in languages:
            for state in STATES:
                real = address_in(world, name, language, state)
                none = real.replace(str(world.dossiers[state].pk), NOBODYS)
                for method in methods:
                    if (none, method) not in to_none:
                        to_none[none, method] = told(getattr(client, method)(none), none)
                    answer = told(getattr(client, method)(real), real)
                    assert answer == to_none[none, method], f"{role} {method} {real}"
                    assert answer[0] in (404, 405), f"{role} {method} {real}"
    assert stored() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_is_not_logged_in_is_sent_to_the_login(world, language):
    client, before = Client(), stored()
    for name in OPENS:
        for state in STATES:
            path = address_in(world, name, language, state)
            for method in METHODS:
                answer = getattr(client, method)(path)
                case = f"{method} {path}: {answer.status_code}"
                assert answer.status_code in (302, 405), case
                if answer.status_code == 302:
                    assert answer.url.startswith(f"{LOGIN[language]}?next=/"), case
                elif method in ("get", "head"):
                    assert name == "submission_update", case
    assert stored() == before


@pytest.mark.parametrize("state", STATES)
def test_pages_to_read_cannot_be_written_to(world, state):
    client = world.client("owner")
    for name in ONLY_READ:
        for method in ("post", "put", "patch", "delete"):
            answer = getattr(client, method)(address_in(world, name, "vi", state))
            assert answer.status_code == 405, f"{method} {name}"


@pytest.mark.parametrize("role", LOGGED_IN)
def test_own_account_opens_for_everybody_who_has_one(world, role):
    client = world.client(role)
    for route in of_class(routes.ACCOUNT):
        answer = client.get(address(route.name, route.language, *world.arguments(route.name, route.language)))
        assert answer.status_code == OF_ACCOUNT.get(route.name, 200), f"{role} {route}"
        if answer.status_code == 302:
            # the password first; a second factor is there already or not needed; a button pressed after a log-in
            places = ("account_reauthenticate", "mfa_index", "mfa_activate_totp", "submissions")
            assert answer.url.startswith(tuple(address(place, route.language) for place in places)), str(route)


def test_account_asks_for_a_login(world):
    client = Client()
    for route in of_class(routes.ACCOUNT):
        path = address(route.name, route.language, *world.arguments(route.name, route.language))
        for method in ("get", "post"):
            answer = getattr(client, method)(path)
            if answer.status_code == 405 and (method == "post" or OF_ACCOUNT.get(route.name) == 405):
                continue  # a page that is only read, or a button that is only pressed
            assert answer.status_code == 302, f"{method} {route}"
            assert answer.url.startswith(f"{LOGIN[route.language]}?next="), f"{method} {route}"


@pytest.mark.parametrize("role", ["anonymous", "owner"])
def test_pages_for_guests_open_or_lead_on(world, role):
    client = world.client(role)
    for route in of_class(routes.GUEST):
        expected = GUESTS.get(route.name, (200, 200))[role == "owner"]
        if route.name == "account_login" and role == "owner":
            client = world.client(role)
        assert client.get(address(route.name, route.language)).status_code == expected, f"{role} {route}"


def first_look(client, path):
    """How often one address may miss is no part of what is compared."""
    cache.clear()
    return client.get(path)


def test_public_routes_are_the_same_for_everybody(world):
    clients = {role: world.client(role) for role in world.people}
    for route in of_class(routes.PUBLIC):
        path = example(route) if route.name != "apply" else address("apply", route.language, world.service.slug)
        path = path if route.name != "apply" or route.language == "vi" else "/en/services/building-permit/apply/"
        answers = {role: first_look(client, path) for role, client in clients.items()}
        told = {role: (answer.status_code, answer.content) for role, answer in answers.items()}
        assert len(set(told.values())) == 1 or route.name == "healthz", str(route)
        assert not any(answer.cookies for answer in answers.values()), str(route)


def test_what_is_closed_is_there_for_nobody(world):
    for role in world.people:
        for route in of_class(routes.CLOSED):
            assert world.client(role).get(example(route)).status_code == 404


def test_api_knows_nobody(world):
    clients = {role: world.client(role) for role in world.people}
    for route in of_class(routes.PARTNER, language="vi"):
        path = example(route).replace("/1/", f"/{world.service.pk}/")
        told = {(answer.status_code, answer.content) for answer in (one.get(path) for one in clients.values())}
        assert len(told) == 1, str(route)


def test_admin_is_closed_to_citizens_and_guests():
    trunk()
    citizen = Client()
    citizen.force_login(make_citizen())
    for route in of_class(routes.ADMIN, language="vi"):
        if route.name in OPEN_IN_THE_ADMIN:
            continue
        for client in (Client(), citizen):
            for method in ("get", "post"):
                answer = getattr(client, method)(example(route))
                case = f"{method} {example(route)}: {answer.status_code}"
                assert answer.status_code in (302, 403), case
                if answer.status_code == 302:
                    assert answer.url.startswith(("/quan-tri/login/", "/tai-khoan/")), f"{case} {answer.url}"


@pytest.mark.parametrize("role", ["editor", "approver", "translator"])
def test_what_is_for_administrators_is_closed_to_other_staff(world, role):
    client = world.client(role)
    for route in of_class(routes.ADMIN, language="vi"):
        place = route.path.removeprefix("quan-tri/")
        if place.startswith(ADMINISTRATORS_ONLY) and not place.startswith(FOR_ALL_STAFF):
            answer = client.get(example(route).replace("/x", "/1"))
            assert answer.status_code in (302, 403, 404, 405), f"{role} {place}: {answer.status_code}"


def test_no_page_of_the_admin_lists_what_citizens_wrote():
    """Nothing of filing is registered there: no list, no chooser, no history; a chooser is open to all staff."""
    told = ("submission", "attachment", "kept", "tombstone", "profile", "choose/home/feedback")
    assert [route.path for route in of_class(routes.ADMIN) if any(word in route.path.lower() for word in told)] == []


@pytest.mark.parametrize("door", ["/_util/login/", "/en/_util/login/", "/quan-tri/login/"])
def test_there_is_one_door(door):
    """Wagtail and Django bring doors of their own, without limits and without the second step."""
    trunk()
    client, user = Client(), make_citizen()
    data = {"username": user.email, "login": user.email, "password": PASSWORD}
    answer = client.post(f"{door}?next=/", data)
    assert answer.status_code == 302
    assert "next=" in answer.url
    assert SESSION_KEY not in client.session


def test_file_of_another_dossier_is_not_at_this_address(world):
    client, draft, filed = world.client("owner"), world.dossiers[State.DRAFT], world.dossiers[State.FILED]
    assert status_of(client, f"/ho-so/{filed.pk}/tep/{first_file(filed).pk}/") == 200
    assert status_of(client, f"/ho-so/{filed.pk}/tep/{first_file(draft).pk}/") == 404
    assert status_of(client, f"/ho-so/{draft.pk}/tep/{first_file(filed).pk}/") == 404
    assert status_of(client, f"/ho-so/{draft.pk}/tep/{NOBODYS}/") == 404
