"""What an editor has typed is kept by itself, whatever is still missing."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Page

from accounts.models import User
from tests.builders import make_complete_service, make_service
from tests.forms import posted

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_superuser("bien-tap@example.vn", "x"))
    return client


def autosave(client: Any, page: Page, data: dict[str, Any]) -> dict[str, Any]:
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer: dict[str, Any] = client.post(address, data, headers={"accept": "application/json"}).json()
    assert answer["success"], answer
    return answer


def draft_of(page: Page) -> Any:
    return Page.objects.get(pk=page.pk).specific.get_latest_revision_as_object()


def opened(rows: str, number: int, **columns: str) -> dict[str, Any]:
    """What the browser posts besides for a row that was just opened."""
    fields = {"id": "", "ORDER": number + 1, **columns}
    return {f"{rows}-TOTAL_FORMS": number + 1, **{f"{rows}-{number}-{name}": fields[name] for name in fields}}


def test_autosave_keeps_whatever_the_columns_can_hold(editor):
    service = make_service()
    data = posted(service, procedure_code="abc", title="x" * 200, source_url="không phải địa chỉ", online_scope="full")
    autosave(editor, service, data)
    draft = draft_of(service)
    assert (draft.procedure_code, len(draft.title)) == ("ABC", 200)
    assert draft.source_url.endswith("không phải địa chỉ")


@pytest.mark.parametrize("live", [True, False])
def test_a_row_that_was_opened_and_not_filled_in_yet_stops_nothing(editor, live):
    service = make_complete_service(live=live)
    blank = opened("legal_bases", 1, legal_document="", note="") | opened(
        "fees", 2, kind="unspecified", name="", status="", amount="", case_key="", note="", exemption=""
    )
    data = posted(service, title="Tên mới") | blank
    answer = autosave(editor, service, data)
    autosave(editor, service, {**data, **answer["field_updates"], "overwrite_revision_id": answer["revision_id"]})
    draft = draft_of(service)
    assert (draft.title, draft.legal_bases.count(), draft.fees.count()) == ("Tên mới", 1, 2)


def test_a_row_is_kept_as_soon_as_something_stands_in_it(editor):
    service = make_complete_service()
    fee = opened("fees", 2, kind="unspecified", name="Phí thẩm định", status="", amount="", case_key="")
    paper = opened("documents", 3, kind="submit", name="", template_url="không phải địa chỉ", electronic_ok="unknown")
    autosave(editor, service, posted(service) | fee | paper)
    draft = draft_of(service)
    assert [row.name for row in draft.fees.all()][-1] == "Phí thẩm định"
    assert [row.template_url for row in draft.documents.all()][-1].endswith("không phải địa chỉ")
