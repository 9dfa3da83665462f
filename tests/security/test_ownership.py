"""What a department keeps to itself is nowhere in the admin of another: no address shows it, none changes it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client

from tests.builders_ownership import browser, make_office
from tests.security.hidden_office import WORD, HiddenOffice, admin_routes, hide

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.no_cover]

ENDS_SESSIONS = ("quan-tri/logout/",)
BULK = [
    *(f"quan-tri/bulk/wagtailcore/page/{action}/" for action in ("delete", "publish", "unpublish", "move")),
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


def told(client: Client, address: str) -> bool:
    """Whether the word is in an answer, on the page it leads to, or in a message."""
    client.raise_request_exception = False
    answer = client.get(address)
    content = answer.getvalue().decode(errors="ignore") if answer.status_code == 200 else answer.get("Location", "")
    return WORD in content


@pytest.mark.references
def test_nothing_of_another_department_is_seen_or_changed():
    other = make_office("Sở Xây dựng", "Cấp giấy phép xây dựng")
    hidden = hide(make_office("Sở Y tế", "Cấp phép hoạt động phòng khám"), other.service)
    people = {"editor": browser(other.editor), "approver": browser(other.approver)}
    before = hidden.facts()
    leaks = [
        f"{role} {address}" for role, client in people.items() for address in addresses(hidden) if told(client, address)
    ]
    assert leaks == []
    for client in people.values():
        for address in addresses(hidden):
            with transaction.atomic():
                client.post(address)
                assert hidden.facts() == before, address
                transaction.set_rollback(True)
