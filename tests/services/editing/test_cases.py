"""Cases in the editor of a service: keys that stay, rows that choose by them, a case that is taken out."""

import re

import pytest
from django.urls import reverse

from services.models import ServicePage
from tests.builders import make_service, translate
from tests.forms import posted

pytestmark = pytest.mark.django_db

PAPERS = [
    {"name": "Tờ khai"},
    {"name": "Đơn cấp mới", "case": "Cấp mới"},
    {"name": "Đơn cấp lại", "case": "Cấp lại"},
]
NEW_CASE = {"cases-TOTAL_FORMS": "3", "cases-2-id": "", "cases-2-ORDER": "3", "cases-2-name": "Đổi tên"}


def editor_of(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def now(page):
    return ServicePage.objects.get(pk=page.pk)


def draft_of(page):
    return now(page).get_latest_revision_as_object()


def cases_of(page):
    return {case.key: case.name for case in page.cases.all()}


def test_a_case_is_renamed_everywhere_and_its_key_stays(admin_client, client):
    page = make_service(documents=PAPERS)
    renamed = {"cases-0-name": "Cấp lần đầu", "cases-0-key": "khac", "action-publish": "1"}
    admin_client.post(editor_of(page), posted(page, **renamed))
    assert cases_of(now(page)) == {"cap-moi": "Cấp lần đầu", "cap-lai": "Cấp lại"}
    html = client.get(page.get_url(), {"truong-hop": "cap-moi"}).content.decode()
    assert "Đang hiện cho trường hợp của bạn: Cấp lần đầu" in html
    assert "Đơn cấp mới" in html
    assert "Đơn cấp lại" not in html
    answer = client.get(f"/api/v2/services/{page.pk}/").json()
    assert [(row["case_key"], row["case"]) for row in answer["documents"]] == [
        ("", ""),
        ("cap-moi", "Cấp lần đầu"),
        ("cap-lai", "Cấp lại"),
    ]


def test_a_row_chooses_a_case_that_is_not_saved_yet(admin_client):
    """The browser makes the key; without one the portal does, and no two cases get the same."""
    page = make_service(documents=PAPERS)
    chosen = {"cases-2-key": "doi-ten", "documents-0-case_key": "doi-ten", "documents-0-is_required": "on"}
    admin_client.post(editor_of(page), posted(page, **NEW_CASE, **chosen))
    draft = draft_of(page)
    assert [row.case for row in draft.documents.all()] == ["Đổi tên", "Cấp mới", "Cấp lại"]
    admin_client.post(editor_of(page), posted(draft, **{"cases-TOTAL_FORMS": "4", "cases-3-name": "Cấp mới!"}))
    assert list(cases_of(draft_of(page))) == ["cap-moi", "cap-lai", "doi-ten", "cap-moi-2"]


def test_a_case_that_rows_still_name_is_told_row_by_row_and_nothing_is_lost(admin_client):
    page = make_service(documents=PAPERS)
    answer = admin_client.post(
        editor_of(page), posted(page, **{"cases-1-DELETE": "1", "action-publish": "1"}), follow=True
    )
    assert "“cap-lai” của dòng này không còn trong danh sách" in answer.content.decode()
    assert cases_of(now(page)) == {"cap-moi": "Cấp mới", "cap-lai": "Cấp lại"}, "not published"
    draft = draft_of(page)
    assert cases_of(draft) == {"cap-moi": "Cấp mới"}
    assert [row.case_key for row in draft.documents.all()] == ["", "cap-moi", "cap-lai"]
    healed = {"cases-TOTAL_FORMS": "2", "cases-1-name": "Cấp lại", "cases-1-ORDER": "2", "action-publish": "1"}
    admin_client.post(editor_of(page), posted(draft, **healed))
    assert [row.case for row in now(page).documents.all()] == ["", "Cấp mới", "Cấp lại"]


def test_rows_offer_the_cases_of_the_page_and_versions_are_compared_by_name(admin_client):
    page = make_service(documents=PAPERS)
    first = page.latest_revision
    html = admin_client.get(editor_of(page) + "?rows=open").content.decode()
    choice = re.search(r'<select name="documents-1-case_key".*?</select>', html, re.DOTALL)
    assert choice
    assert re.findall(r'value="([^"]*)"( selected)?', choice[0]) == [
        ("", ""),
        ("cap-moi", " selected"),
        ("cap-lai", ""),
    ]
    admin_client.post(editor_of(page), posted(page, **{"documents-1-case_key": "cap-lai"}))
    versions = [page.pk, first.pk, now(page).latest_revision_id]
    compared = admin_client.get(reverse("wagtailadmin_pages:revisions_compare", args=versions)).content.decode()
    assert "Cấp mới" in re.sub(r"<[^>]+>", "", compared)
    assert "cap-lai" not in compared


def test_a_copy_keeps_its_keys_and_a_translation_its_words(admin_client):
    page = make_service(documents=PAPERS)
    english = translate(page, {"Cấp mới": "New", "Cấp lại": "Again", "Đơn cấp mới": "Form"})
    assert cases_of(english) == {"cap-moi": "New", "cap-lai": "Again"}
    assert [row.case for row in english.documents.all()] == ["", "New", "Again"]
    copied = page.copy(update_attrs={"slug": "ban-sao"})
    assert (cases_of(copied), [row.case for row in copied.documents.all()][1:]) == (
        cases_of(page),
        ["Cấp mới", "Cấp lại"],
    )


def test_a_page_written_by_code_gets_keys():
    cases = [{"name": "Cấp mới"}, {"name": "Cấp mới"}, {"key": "x", "name": "Khác"}]
    page = make_service(cases=cases, live=False)
    assert list(cases_of(page)) == ["cap-moi", "cap-moi-2", "x"]
