"""Every form behind a session answers a post with a redirect: Back, Forward and a reload show its page, errors and all.

The list of forms is the URL map itself; who adds one that takes a post adds it here.
"""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from core.models import KeptPost
from services.forms.rules.workflow import State
from tests.builders_accounts import PASSWORD, confirm_again, give_second_factor, last_code, log_in, make_citizen
from tests.builders_submissions import make_submission
from tests.security import routes
from tests.security.asking import LANGUAGES, of_class
from tests.security.world import World, address

pytestmark = pytest.mark.django_db

LONG = "x" * 6000
WRONG: dict[str, dict[str, str]] = {
    "tracking": {"code": "H56-1", "pin": "AAAAAAAA"},
    "account_login": {"login": "x@example.vn", "password": "sai-mat-khau"},
    "account_signup": {"full_name": "Nguyễn Thị Hoa"},
    "account_email_verification_sent": {"code": "1111-1111"},
    "account_reset_password": {"email": "không"},
    "account_confirm_password_reset_code": {"code": "1111-1111"},
    "account_complete_password_reset": {"password1": "1"},
    "mfa_authenticate": {"code": "000000"},
    "account_reauthenticate": {"password": "sai"},
    "account_profile": {"phone": "không"},
    "account_notifications": {"notify_about": "không"},
    "account_change_password": {"oldpassword": "sai"},
    "account_email": {"action_add": "1", "email": "không"},
    "account_close": {},
    "mfa_reauthenticate": {"code": "000000"},
    "mfa_activate_totp": {"code": "000000"},
    "submission_step": {"revision": "1"},
    "submission_check": {},
    "submission_supplement": {"note": LONG},
    "submission_withdraw": {"reason": LONG},
    "submission_delete": {"revision": "999"},
    "submission_rating": {"comment": "Tốt"},
    "desk_act": {"text": ""},
}
"""Route → what is wrong in it; everything else a form asks is left out."""

BUTTONS = {
    "mfa_download_recovery_codes",
    "account_logout",
    "usersessions_list",
    "submissions_seen",
    "submission_new",
    "submission_agency",
    "submission_update",
    "desk_together",
    "mfa_deactivate_totp",
    "mfa_generate_recovery_codes",
    "mfa_enrolment",
    "mfa_enrolment_link",
}
"""Nothing is typed there: done, downloaded, or said in a notice of the page that follows."""

STATE = {"submission_supplement": State.SUPPLEMENT, "submission_withdraw": State.FILED, "desk_act": State.FILED}


def reset(client: Client, world: World) -> str:
    email = str(world.people["owner"].email)  # type: ignore[union-attr]  # the owner is somebody
    client.post(address("account_reset_password", "vi"), {"email": email})
    return email


def code_entered(client: Client, world: World) -> None:
    email = reset(client, world)
    client.post(address("account_confirm_password_reset_code", "vi"), {"code": last_code(email)})


def signed_up(client: Client, world: World) -> None:
    told = {"full_name": "Hoa", "email": "hoa@example.vn", "password1": PASSWORD, "consent": "on"}
    client.post(address("account_signup", "vi"), told)


def half_way_in(client: Client, world: World) -> None:
    person = make_citizen()
    give_second_factor(person)
    log_in(client, person)


def second_factor(client: Client, world: World) -> None:
    give_second_factor(world.people["owner"])  # type: ignore[arg-type]  # the owner is somebody
    client.force_login(world.people["owner"])  # type: ignore[arg-type]


FIRST: dict[str, Callable[[Client, World], object]] = {
    "account_email_verification_sent": signed_up,
    "account_confirm_password_reset_code": reset,
    "account_complete_password_reset": code_entered,
    "mfa_authenticate": half_way_in,
    "mfa_reauthenticate": second_factor,
    "mfa_activate_totp": lambda client, _world: confirm_again(client),
    "account_close": lambda client, _world: confirm_again(client),
}
"""What has to happen before a page opens."""


def client_for(world: World, name: str, kind: str) -> Client:
    roles = {routes.GUEST: "anonymous", routes.ACCOUNT: "owner", routes.OWN: "owner"}
    client = world.client(roles.get(kind, "head"))
    if name in FIRST:
        FIRST[name](client, world)
    return client


def place(world: World, name: str, kind: str, language: str) -> str:
    if name == "submission_rating":
        return address(name, language, make_submission(State.RESOLVED, owner=world.people["owner"]).pk)
    needs_one = kind in (routes.OWN, routes.CASE)
    dossier = world.dossiers[STATE.get(name, State.DRAFT)] if needs_one else None
    return address(name, language, *world.arguments(name, language, dossier))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_the_url_map_is_known_here(world, language):
    takes_posts = set()
    for kind in (routes.GUEST, routes.ACCOUNT, routes.OWN, routes.DESK, routes.REPORT, routes.CASE):
        for route in of_class(kind, language=language):
            client = world.client("head" if kind in (routes.DESK, routes.REPORT, routes.CASE) else "owner")
            state = State.FILED if kind == routes.CASE else State.DRAFT
            dossier = world.dossiers[state] if kind in (routes.OWN, routes.CASE) else None
            path = address(route.name, language, *world.arguments(route.name, language, dossier))
            if client.post(path, follow=False).status_code != 405:
                takes_posts.add(route.name)
    assert takes_posts - set(WRONG) - BUTTONS == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WRONG)
def test_a_form_with_errors_leads_to_a_page_that_shows_them_as_often_as_one_likes(world, name, language):
    kind = routes.BY_NAME[name]
    path, client = place(world, name, kind, language), client_for(world, name, kind)
    answer = client.post(path, WRONG[name], follow=False)
    assert (answer.status_code, answer["Location"].split("?")[0]) == (303, path)
    pages = [client.get(answer["Location"]) for _time in range(2)]
    for page in pages:
        text = page.content.decode()
        assert page.status_code == 200
        assert 'role="alert"' in text, "nothing is said of what was wrong"
        typed = [value for field, value in WRONG[name].items() if field in ("full_name", "comment", "note", "reason")]
        assert [value for value in typed if value not in text] == []
    first, second = (re.sub(r'(csrfmiddlewaretoken|posted_by)" value="[^"]*"', "", p.content.decode()) for p in pages)
    assert first == second


def test_no_secret_is_kept(world):
    for name in ("tracking", "account_login", "mfa_authenticate", "account_change_password", "mfa_activate_totp"):
        client = client_for(world, name, routes.BY_NAME[name])
        KeptPost.objects.all().delete()
        client.post(place(world, name, routes.BY_NAME[name], "vi"), WRONG[name])
        kept = str(KeptPost.objects.get().data)
        assert not [secret for secret in ("AAAAAAAA", "sai", "000000") if secret in kept], kept
