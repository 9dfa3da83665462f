"""A service with many rows stays workable: what its editor costs, and that a row nobody opened stays as it is."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.rows.formset import RowFormSet
from services.models import Fee, RequiredDocument, ServicePage
from tests.budgets import LONG_SERVICE, Cost
from tests.builders import make_complete_service, make_department, make_legal_document, make_notice, make_service
from tests.builders_long_services import PAPERS, make_long_service
from tests.builders_ownership import make_office
from tests.forms import posted

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

MOST_TO_PUBLISH = 300


def draft_of(page):
    return ServicePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def save_draft(page, relation, change):
    """Somebody saves a draft in which one kind of rows is another."""
    draft = draft_of(page)
    rows = list(getattr(draft, relation).all())
    change(rows)
    setattr(draft, relation, rows)
    draft.save_revision()


def editor_of(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def untouched(page, **changes):
    """What the browser posts of a page whose rows nobody opened."""
    draft = draft_of(page)
    data = posted(draft, **changes)
    form = draft.get_edit_handler().get_form_class()(instance=draft)
    for formset in form.formsets.values():
        if isinstance(formset, RowFormSet):
            for row in formset.initial_forms:
                data = without_fields(data, row)
    return data


def without_fields(data, row):
    line = {row.add_prefix(name) for name in ("id", "ORDER", "DELETE")}
    kept = {name: value for name, value in data.items() if not name.startswith(f"{row.prefix}-") or name in line}
    return kept | {row.add_prefix("closed"): str(row.instance.translation_key)}


def opened(data, page, relation, number, **fields):
    """Open one row and type into it."""
    draft = draft_of(page)
    stem = f"{relation}-{number}"
    shown = {name: value for name, value in posted(draft).items() if name.startswith(f"{stem}-")}
    key = data.pop(f"{stem}-closed")
    return {**data, **shown, f"{stem}-known": key, **{f"{stem}-{name}": value for name, value in fields.items()}}


def as_told(page):
    """Every row of the draft, without what is nobody's words."""
    draft = draft_of(page).serializable_data()
    return {kind: rows for kind, rows in draft.items() if isinstance(rows, list)}


@pytest.fixture
def asked_once(admin_client):
    """Look at an editor for the second time: what is asked once in a process is not counted."""

    def look(page):
        admin_client.get(editor_of(page))
        with CaptureQueriesContext(connection) as queries:
            answer = admin_client.get(editor_of(page))
        return answer.content, len(queries)

    return look


def test_the_editor_of_a_long_service_is_small(asked_once):
    _notice, usual = asked_once(make_notice())
    html, queries = asked_once(make_long_service())
    assert Cost.of(html, queries - usual).beyond(LONG_SERVICE) == []
    assert html.count(b'-closed"') >= PAPERS


@pytest.mark.references
def test_publishing_a_long_service_asks_the_database_little(admin_client):
    page = make_long_service()
    data = untouched(page, **{"action-publish": "1"})
    with CaptureQueriesContext(connection) as queries:
        answer = admin_client.post(editor_of(page), data)
    assert answer.status_code == 302
    assert len(queries) <= MOST_TO_PUBLISH
    page.refresh_from_db()
    assert page.documents.count() == PAPERS


def test_rows_nobody_opened_stay_as_they_are(admin_client):
    page = make_complete_service()
    before = as_told(page)
    admin_client.post(editor_of(page), untouched(page, title="Tên mới"))
    assert draft_of(page).title == "Tên mới"
    assert as_told(page) == before


def test_one_row_is_opened_and_changed_and_no_other(admin_client):
    page = make_complete_service()
    before = as_told(page)
    data = opened(untouched(page), page, "documents", 1, name="Giấy chứng sinh, bản gốc", is_required="on")
    admin_client.post(editor_of(page), data)
    after = as_told(page)
    assert [row["name"] for row in after["documents"]][1] == "Giấy chứng sinh, bản gốc"
    after["documents"][1]["name"] = before["documents"][1]["name"]
    assert after == before


def test_a_closed_row_is_taken_out_and_moved(admin_client):
    page = make_complete_service()
    data = untouched(page)
    data |= {"documents-0-DELETE": "1", "documents-1-ORDER": "3", "documents-2-ORDER": "2"}
    admin_client.post(editor_of(page), data)
    assert [row["name"] for row in as_told(page)["documents"]] == ["Văn bản ủy quyền", "Giấy chứng sinh"]


def test_rows_that_only_a_draft_has_stay_and_keep_their_key(admin_client):
    """A row has no number before it was published once: it is known by its key."""
    page = make_complete_service()
    paper = RequiredDocument(name="Ảnh", sort_order=3, locale=page.locale)
    save_draft(page, "documents", lambda rows: rows.append(paper))
    before = as_told(page)
    assert before["documents"][3]["pk"] is None
    admin_client.post(editor_of(page), untouched(page, title="Tên mới"))
    assert as_told(page) == before
    admin_client.post(editor_of(page), opened(untouched(page), page, "documents", 3, copies="2"))
    after = as_told(page)["documents"][3]
    assert (after["copies"], after["translation_key"]) == (2, before["documents"][3]["translation_key"])


def test_a_closed_row_that_somebody_else_took_out_does_not_come_back(admin_client):
    page = make_complete_service()
    data = untouched(page)
    save_draft(page, "documents", lambda rows: rows.pop(0))
    admin_client.post(editor_of(page), data)
    assert [row["name"] for row in as_told(page)["documents"]] == ["Giấy chứng sinh", "Văn bản ủy quyền"]


def test_a_closed_row_stays_as_somebody_else_changed_it(admin_client):
    page = make_complete_service()
    data = untouched(page)
    save_draft(page, "fees", lambda rows: setattr(rows[0], "amount", 9000))
    admin_client.post(editor_of(page), data)
    assert as_told(page)["fees"][0]["amount"] == 9000


def test_a_row_with_a_fault_is_open(admin_client):
    page = make_complete_service()
    answer = admin_client.post(editor_of(page), opened(untouched(page), page, "fees", 0, valid_from="hôm qua"))
    html = answer.content.decode()
    assert 'name="fees-0-valid_from"' in html
    assert "hôm qua" in html
    assert 'name="fees-1-valid_from"' not in html


def test_every_row_is_open_where_it_is_asked_for(admin_client):
    page = make_complete_service()
    assert "fees-0-amount" not in admin_client.get(editor_of(page)).content.decode()
    assert "fees-0-amount" in admin_client.get(editor_of(page) + "?rows=open").content.decode()


def test_an_older_version_shows_its_own_rows(admin_client):
    """Its rows are not those of the latest draft: posted by their key they would not be taken back."""
    page = make_complete_service()
    older = page.latest_revision
    save_draft(page, "fees", lambda rows: setattr(rows[0], "amount", 9000))
    html = admin_client.get(reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, older.pk])).content.decode()
    assert 'name="fees-0-amount"' in html
    assert '-closed" value' not in html


def test_the_line_of_a_row_tells_what_one_looks_for(admin_client):
    page = make_service(fees=[{"name": "Lệ phí", "status": "amount", "amount": 1500000, "case": "Cấp lần đầu"}])
    html = admin_client.get(editor_of(page)).content.decode()
    line = re.search(r'id="inline_child_fees-0".*?</div>', html, re.DOTALL)
    assert line
    words = re.sub(r"<[^>]+>", " ", line[0])
    assert "Lệ phí" in words
    assert "Cấp lần đầu" in words
    assert "1.500.000 đồng" in words


def fields_of(client, page, relation, row, number="0"):
    address = reverse("row_fields", args=[page.pk, relation])
    return client.get(address, {"key": str(row.translation_key), "number": number})


def test_the_fields_of_a_row_come_when_it_is_opened(admin_client):
    page = make_complete_service()
    answer = fields_of(admin_client, page, "fees", page.fees.all()[0], "4")
    html = answer.content.decode()
    assert 'name="fees-4-amount"' in html
    assert "fees-4-DELETE" not in html


def test_fields_of_what_is_not_there_are_not_found(admin_client):
    page = make_complete_service()
    assert fields_of(admin_client, page, "fees", page.documents.all()[0]).status_code == 404
    assert fields_of(admin_client, page, "tags", page.fees.all()[0]).status_code == 404
    assert fields_of(admin_client, page, "fees", page.fees.all()[0], "0x").status_code == 404


def test_fields_are_for_those_who_edit_the_page(client):
    page = make_complete_service()
    client.force_login(make_office("Sở Y tế", "Cấp giấy phép hành nghề").editor)
    answer = fields_of(client, page, "fees", page.fees.all()[0])
    assert answer.status_code == 302
    assert b"amount" not in answer.content


def test_a_draft_that_names_an_act_that_was_deleted_opens(admin_client):
    page = make_service()
    law = make_legal_document("1/2020/QH14", "Luật cũ")
    fee = Fee(name="Lệ phí", status="free", legal_document=law, sort_order=0, locale=page.locale)
    save_draft(page, "fees", lambda rows: rows.append(fee))
    law.delete()
    assert admin_client.get(editor_of(page)).status_code == 200
    assert draft_of(page).fees.all()[0].legal_document is None


def test_versions_are_compared_row_by_row(admin_client):
    page = make_complete_service()
    first = page.latest_revision
    admin_client.post(editor_of(page), opened(untouched(page), page, "fees", 0, amount="1.500.000"))
    latest = ServicePage.objects.get(pk=page.pk).latest_revision
    address = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, first.pk, latest.pk])
    html = admin_client.get(address).content.decode()
    assert "1500000" in html
    assert "Giấy chứng sinh" not in html


def test_a_new_service_begins_with_rows_to_add(admin_client):
    address = reverse("wagtailadmin_pages:add", args=["services", "servicepage", make_department().pk])
    html = admin_client.get(address).content.decode()
    assert 'name="fees-__prefix__-amount"' in html
    assert "?rows=open" in html  # where a row's heading leads
    assert "data-rows-open" not in html


@pytest.mark.parametrize("live", [True, False])
def test_a_new_row_is_kept_once_however_often_it_is_saved_by_itself(admin_client, live):
    page = make_complete_service(live=live)
    if not live:
        page.save_revision()
    data = untouched(page) | {"documents-TOTAL_FORMS": "4", "documents-3-name": "Ảnh", "documents-3-kind": "submit"}
    data |= {"documents-3-ORDER": "4", "documents-3-id": ""}
    for _time in range(2):
        answer = admin_client.post(editor_of(page), data, headers={"accept": "application/json"})
        assert answer.json()["success"]
        data |= answer.json()["field_updates"]
    papers = [row["name"] for row in as_told(page)["documents"]]
    assert papers == ["Tờ khai đăng ký khai sinh", "Giấy chứng sinh", "Văn bản ủy quyền", "Ảnh"]
