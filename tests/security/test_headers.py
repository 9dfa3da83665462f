"""Nobody keeps what is one person's own, nothing inline may run, no other site learns where somebody was."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from core.url_zones import Zone, zone_of
from services.forms.models import Attachment, AttachmentState
from services.forms.rules.workflow import State
from tests.builders import trunk
from tests.builders_accounts import PASSWORD, log_in, make_citizen
from tests.security import routes
from tests.security.routes import class_of, every_route, example
from tests.security.world import BYTES, address, first_file

pytestmark = [pytest.mark.django_db, pytest.mark.once]

OF_A_SESSION = (routes.GUEST, routes.ACCOUNT, routes.OWN)
SCRIPT = r"<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)"
INLINE = re.compile(rf"<style|{SCRIPT}|<[^>]*\son[a-z]+=|<[^>]*\sstyle=|javascript:", re.IGNORECASE)
STRICT = {"default-src", "script-src", "style-src", "img-src", "base-uri", "form-action", "frame-ancestors"}


def visits(world: Any) -> list[tuple[str, Any]]:
    """Every page of a session in both languages and every state, as its owner sees it."""
    client, found = world.client("owner"), []
    for route in every_route():
        if class_of(route) not in OF_A_SESSION or route.name == "account_logout":
            continue
        dossiers = world.dossiers.values() if class_of(route) == routes.OWN else [None]
        for dossier in dossiers:
            path = address(route.name, route.language, *world.arguments(route.name, route.language, dossier))
            answer = client.get(path)
            answer.body = answer.getvalue()
            found.append((path, answer))
    return found


def test_pages_of_a_session_are_kept_by_nobody_and_strict(world):
    for path, answer in visits(world):
        case = f"{path}: {answer.headers}"
        assert {"private", "no-store"} <= set(answer.headers["Cache-Control"].replace(" ", "").split(",")), case
        assert "public" not in answer.headers["Cache-Control"], case
        assert answer.headers["X-Robots-Tag"] == "noindex", case
        assert answer.headers["Referrer-Policy"] == "same-origin", case
        assert answer.headers["X-Content-Type-Options"] == "nosniff", case
        assert "unsafe" not in answer.headers["Content-Security-Policy"], case
        if answer.headers["Content-Type"].startswith("text/html"):
            assert INLINE.findall(answer.body.decode()) == [], path


def test_policy_of_a_session_names_our_own_files_only(world):
    for path, answer in visits(world):
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            parts = (part.strip().partition(" ") for part in answer.headers["Content-Security-Policy"].split(";"))
            policy = {name: sources for name, _space, sources in parts}
            assert {policy[name] for name in STRICT} == {"'self'"}, path
            assert policy["object-src"] == "'none'", path


def test_downloads_are_downloads(world):
    client, filed = world.client("owner"), world.dossiers[State.FILED]
    for name in ("submission_file", "submission_receipt_pdf", "submission_slip"):
        dossier = world.dossiers[State.SUPPLEMENT] if name == "submission_slip" else filed
        answer = client.get(address(name, "vi", *world.arguments(name, "vi", dossier)))
        answer.getvalue()
        assert answer.headers["Content-Disposition"].startswith("attachment; filename"), name
        assert answer.headers["X-Content-Type-Options"] == "nosniff", name
        assert "sandbox" in answer.headers["Content-Security-Policy"], name


@pytest.mark.parametrize("state", [AttachmentState.PENDING, AttachmentState.REFUSED])
def test_file_that_is_not_clean_has_no_address_for_anybody(world, state):
    Attachment.objects.update(state=state)
    for dossier in world.dossiers.values():
        path = address("submission_file", "vi", dossier.pk, first_file(dossier).pk)
        for role in ("owner", "stranger", "administrator"):
            assert world.client(role).get(path).status_code == 404, f"{role} {path}"


@pytest.mark.parametrize("role", ["anonymous", "owner"])
def test_bytes_of_a_dossier_are_at_no_other_address(world, role):
    """Neither by where they lie nor by what they are called, however the address is written."""
    client, file = world.client(role), first_file(world.dossiers[State.FILED])
    names = (file.path, file.path.rpartition("/")[2], str(file.pk), file.name, f"private/{file.path}")
    ways = ("/", "/media/", "/static/", "/tai-lieu/", "/tai-lieu/1/", "/api/v2/documents/", "/ho-so/tep/", "/quan-tri/")
    for way in ways:
        for name in (*names, *(f"{climb}{name}" for name in names for climb in ("../private/", "%2e%2e/private/"))):
            answer = client.get(f"{way}{name}", follow=True)
            assert answer.status_code in (400, 404) or BYTES not in answer.getvalue(), f"{way}{name}"


def test_whoever_files_is_known_by_no_public_page(world):
    for language, slug in (("vi", world.service.slug), ("en", world.english.slug)):
        path = address("apply", language, slug)
        seen = [client.get(path) for client in (Client(), world.client("owner"))]
        assert seen[0].content == seen[1].content
        for answer in seen:
            assert not answer.cookies
            assert "public" in answer.headers["Cache-Control"]
            assert "Cookie" not in answer.headers.get("Vary", "")
            assert INLINE.findall(answer.content.decode()) == []


def test_every_address_of_a_session_lies_in_its_zone():
    """An address nobody listed would be kept for everybody (core/url_zones.py)."""
    for route in every_route():
        is_of_admin = route.path.startswith("quan-tri/")
        expected = Zone.ADMIN if is_of_admin else Zone.SESSION
        if class_of(route) in (*OF_A_SESSION, routes.CLOSED) or is_of_admin:
            assert zone_of(example(route)) is expected, str(route)
        elif class_of(route) == routes.PUBLIC:
            assert zone_of(example(route)) is Zone.PUBLIC, str(route)


def test_session_gets_another_number_at_login_and_again_at_logout():
    trunk()
    user, client = make_citizen(), Client()
    client.get(reverse("account_login"))
    client.session.save()
    planted = "a" * 32
    client.cookies[settings.SESSION_COOKIE_NAME] = planted
    log_in(client, user)
    first = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert first != planted
    before = client.cookies[settings.CSRF_COOKIE_NAME].value
    client.post(reverse("account_logout"))
    old = Client()
    old.cookies[settings.SESSION_COOKIE_NAME] = first
    assert old.get(reverse("account_overview")).status_code == 302
    log_in(client, user)
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != first
    assert client.cookies[settings.CSRF_COOKIE_NAME].value != before


def test_cookies_of_a_login_are_out_of_reach_of_scripts_and_other_sites():
    trunk()
    client = Client()
    log_in(client, make_citizen(), PASSWORD)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (True, "Lax", "/", "")


@pytest.mark.parametrize("headers", [{}, {"Origin": "https://evil.example"}, {"Referer": "https://evil.example/"}])
def test_no_form_of_another_site_is_taken(world, headers):
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.people["owner"])
    draft, asked = world.dossiers[State.DRAFT], world.dossiers[State.SUPPLEMENT]
    client.get(f"/ho-so/{draft.pk}/buoc/owner/")
    token = {"csrfmiddlewaretoken": client.cookies[settings.CSRF_COOKIE_NAME].value} if headers else {}
    for path in (f"/ho-so/{draft.pk}/buoc/owner/", f"/ho-so/{draft.pk}/kiem-tra/", f"/ho-so/{draft.pk}/xoa/",
                 f"/ho-so/{asked.pk}/rut/", f"/ho-so/{asked.pk}/bo-sung/", reverse("account_profile"),
                 reverse("account_logout"), reverse("account_login"), "/tra-cuu/"):  # fmt: skip
        for secure in (False, True):
            if "Referer" in headers and not secure:
                continue  # browsers tell an origin with every post; the referer is Django's second look under TLS
            answer = client.post(path, {**token, "revision": "1", "declared": "on"}, headers=headers, secure=secure)
            assert answer.status_code == 403, f"{path} {headers}"
    assert {row.state for row in type(draft).objects.all()} == set(world.dossiers)
