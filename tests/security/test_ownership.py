"""What a department keeps to itself is nowhere in the admin of another: no address shows it, none changes it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client

from accounts.models import User
from tests.builders_ownership import browser, make_office, make_translator
from tests.security.hidden_office import UNTRANSLATED, WORD, HiddenOffice, admin_routes, hide

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.walk]

OF_TRANSLATORS = ("/quan-tri/localize/translate/", "/quan-tri/localize/update/")
ENDS_SESSIONS = ("quan-tri/logout/",)
PAGE_ACTIONS = ("delete", "publish", "unpublish", "move", "change_fields")
BULK = [
    *(f"quan-tri/bulk/wagtailcore/page/{action}/" for action in PAGE_ACTIONS),
    *(f"quan-tri/bulk/core/portaldocument/{action}/" for action in ("delete", "add_tags", "add_to_collection")),
    *(f"quan-tri/bulk/core/portalimage/{action}/" for action in ("delete", "add_tags", "add_to_collection")),
]


def addresses(hidden: HiddenOffice) -> Iterator[str]:
    for route in admin_routes():
        if not route.path.startswith(ENDS_SESSIONS):
            yield from hidden.addresses(route)
    for path in BULK:
        objects = {"page": hidden.pages.values(), "portaldocument": [hidden.document], "portalimage": [hidden.image]}
        for one in objects[path.split("/")[3]]:
            yield f"/{path}?id={one.pk}"
    yield f"/quan-tri/pages/search/?q={WORD[:6]}"
    yield f"/quan-tri/choose-page/search/?q={WORD[:6]}"
    yield "/quan-tri/reports/translations/?source_locale=all"


def careless(user: User) -> Client:
    """A browser that also sends what no form would."""
    client = browser(user)
    client.raise_request_exception = False
    return client


def tells(client: Client, address: str, word: str) -> bool:
    """Whether the word is in an answer, or in the address it leads to."""
    answer = client.get(address)
    content = answer.getvalue().decode(errors="ignore") if answer.status_code == 200 else answer.get("Location", "")
    return word in content


@pytest.mark.references
def test_nothing_of_another_department_is_seen_or_changed():
    other = make_office("Sở Xây dựng", "Cấp giấy phép xây dựng")
    hidden = hide(make_office("Sở Y tế", "Cấp phép hoạt động phòng khám"), other.service)
    looks = {
        "approver": (other.approver, hidden, WORD),
        "editor": (other.editor, hidden.only("changed", "english"), WORD),
        "translator": (make_translator(), hidden.only("alone", "changed"), UNTRANSLATED),
    }
    for role, (person, kept, word) in looks.items():
        client = careless(person)
        assert [f"{role} {address}" for address in addresses(kept) if tells(client, address, word)] == []
    presses = {"approver": hidden.only("draft", "english"), "translator": hidden.only("alone")}
    before = hidden.facts()
    for role, kept in presses.items():
        client = careless(looks[role][0])
        for address in addresses(kept):
            names_nothing = not any(sign.isdigit() for sign in address)
            if names_nothing or (role == "translator" and address.startswith(OF_TRANSLATORS)):
                continue
            with transaction.atomic():
                client.post(address)
                assert hidden.facts() == before, f"{role} {address}"
                transaction.set_rollback(True)
