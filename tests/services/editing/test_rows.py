"""Rows of a service in the editor: what a row lacks is said beside the field, links to it open it, all are lines."""

from html import unescape

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from core.problem_words import editor_address
from core.problems import Problem
from services.models import RelatedService, ServicePage
from tests.builders import make_complete_service, make_service
from tests.forms import posted
from tests.markup import soup

pytestmark = pytest.mark.django_db


def editor_of(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


@pytest.mark.once
@pytest.mark.parametrize(
    ("relation", "typed", "missing"),
    [("legal_bases", {"note": "Điều 5"}, "legal_document"), ("related_services", {"ORDER": "9"}, "service")],
)
def test_a_row_begun_without_what_it_is_about_says_so_and_loses_nothing(admin_client, relation, typed, missing):
    page = make_service(summary="Cũ")
    data = posted(page, summary="Mới gõ") | {f"{relation}-TOTAL_FORMS": "1", f"{relation}-0-id": ""}
    data |= {f"{relation}-0-{name}": value for name, value in typed.items()} | {f"{relation}-0-{missing}": ""}
    answer = admin_client.post(editor_of(page), data)
    if relation == "related_services":
        assert answer.status_code == 302, "a row that was opened and not filled in is no row"
        return
    html = unescape(answer.content.decode())
    assert "hãy chọn, hoặc xóa dòng" in html
    assert "Điều 5" in html
    assert "Mới gõ" in html


@pytest.mark.parametrize("asked_last", ["publication_problems", "validate_unique"])
def test_two_people_publish_one_code_at_the_same_instant_and_the_second_reads_why(
    admin_client, monkeypatch, asked_last
):
    make_service("Một", procedure_code="1.001193")
    page = make_service("Hai", live=False, procedure_code="1.001193")
    page.save_revision()
    # the other one was stored a moment after the gate was asked, or after Django was
    for asked in ("publication_problems", "validate_unique")[: 1 if asked_last == "publication_problems" else 2]:
        monkeypatch.setattr(ServicePage, asked, lambda page, exclude=None: [])
    draft = page.get_latest_revision_as_object()
    answer = admin_client.post(editor_of(page), posted(draft, **{"action-publish": "1"}))
    assert answer.status_code == 302
    told = " ".join(map(str, get_messages(answer.wsgi_request)))
    assert "Đã có dịch vụ công khác được xuất bản với mã này: 1.001193" in unescape(told)
    assert not ServicePage.objects.get(pk=page.pk).live
    assert ServicePage.objects.get(pk=page.pk).get_latest_revision_as_object().procedure_code == "1.001193"


@pytest.mark.once
def test_rows_are_added_in_words_linked_to_and_lines_all_of_them(admin_client):
    page, other = make_complete_service(), make_service("Khai tử", procedure_code="1.000656")
    page.related_services.add(RelatedService(service=other, sort_order=0))
    page.save_revision().publish()
    shown = soup(admin_client.get(editor_of(page)).content)
    added = {button.get_text(strip=True) for button in shown.select("[id$='-ADD']")}
    assert {"Thêm cách thức thực hiện", "Thêm phí, lệ phí"} <= added
    line = shown.select_one("#inline_child_related_services-0.th-row")
    assert " ".join(line.select_one(".th-row__line").stripped_strings).endswith("Khai tử 1.000656")
    assert line.select_one(".th-row__fields").has_attr("hidden")
    assert line.select_one("[name='related_services-0-service']")["value"] == str(other.pk), "it is posted as it is"
    for relation in ("fees", "related_services"):
        anchor = editor_address(page, Problem("x", relation, 0)).partition("#")[2]
        assert shown.find(id=anchor), "the link of a problem finds its row"
    assert shown.select_one("[data-rows-named=name] #id_documents-FORMS"), "the heading follows the name"
    admin_client.post(editor_of(page), posted(ServicePage.objects.get(pk=page.pk).get_latest_revision_as_object()))
    kept = ServicePage.objects.get(pk=page.pk).get_latest_revision_as_object().related_services.all()
    assert [row.service_id for row in kept] == [other.pk]
