"""Asking the portal as somebody: who there is, how an answer is compared, where a dossier stands."""

import re
from typing import Any

from django.test import Client

from services.forms.models import Attachment, Submission
from services.forms.rules.workflow import State
from tests.security.routes import Route, class_of, every_route
from tests.security.world import World, address

METHODS = ("get", "head", "post", "put", "patch", "delete", "options")
STAFF = ("editor", "approver", "translator", "administrator")
OFFICERS = ("officer", "head", "one_stop")
"""Who works on the dossiers of the agency they were filed with."""
LOGGED_IN = ("owner", "stranger", *STAFF, "officer", "other_officer", "supervisor")
LANGUAGES = ("vi", "en")
LOGIN = {"vi": "/tai-khoan/dang-nhap/", "en": "/en/account/log-in/"}


def told(answer: Any, path: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and page, without the address and what differs from request to request anyway."""
    text = answer.content.decode().replace(path, "ADDRESS")
    text = re.sub(r'name="(csrfmiddlewaretoken|posted_by)" value="[^"]+"', "TOKEN", text)
    differing = ("ETag", "Content-Length", "X-Request-ID")
    headers = {name: value for name, value in answer.headers.items() if name not in differing}
    return answer.status_code, headers, text


def stored() -> list[Any]:
    return [list(Submission.objects.order_by("pk").values()), list(Attachment.objects.order_by("pk").values())]


def status_of(client: Client, path: str) -> int:
    """The status; a file that is answered is read to its end, which closes it."""
    answer = client.get(path)
    assert answer.getvalue() or answer.status_code in (302, 405)
    return answer.status_code


def address_in(world: World, name: str, language: str, state: State) -> str:
    return address(name, language, *world.arguments(name, language, world.dossiers[state]))


def of_class(*wanted: str, language: str = "") -> list[Route]:
    return [route for route in every_route() if class_of(route) in wanted and route.language in (language or LANGUAGES)]
