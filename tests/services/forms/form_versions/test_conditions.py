"""Conditions of a form: chosen from questions that may not be saved yet, told when they name what is not there."""

import json
from html import unescape
from uuid import uuid4

import pytest
from django.urls import reverse

from accounts.models import User
from services.forms.models import ServiceFormPage
from tests.builders_forms import make_fileable_service, make_form_page
from tests.forms import posted
from tests.markup import soup

pytestmark = pytest.mark.django_db

HOUSE = {
    "kind": "one",
    "key": "",
    "label": "Đất có nhà không?",
    "choices": [["", "Có nhà"], ["", "Không có nhà"]],
}
AREA = {"kind": "number", "key": "", "label": "Diện tích"}
OWNER = {"kind": "text", "key": "", "label": "Chủ nhà", "shown_when": ["?", "is", "?"]}
STEP = {"key": "", "heading": "Thửa đất", "questions": [HOUSE, AREA, OWNER]}


def page_with(question: str, value: str) -> ServiceFormPage:
    """A form nobody has saved yet, whose last question depends on what `question` and `value` say."""
    page = make_form_page(make_fileable_service(), [STEP], live=False)
    house, area, owner = page.steps[0].value["questions"]
    for block in (house, area, owner):
        block.id = str(uuid4())  # the builder makes them from the names, which are blank here
    known = {"house": f"@{house.id}", "yes": f"@{house.value['choices'].bound_blocks[0].id}", "area": f"@{area.id}"}
    owner.value["shown_when"]["tests"][0].update(question=known.get(question, question), value=known.get(value, value))
    return page


def condition_of(page: ServiceFormPage) -> tuple[str, str]:
    test = page.steps[0].value["questions"][2].value["shown_when"]["tests"][0]
    return test["question"], test["value"]


@pytest.mark.once
@pytest.mark.parametrize(
    ("chosen", "stored"),
    [
        (("house", "yes"), ("dat_co_nha_khong", "co_nha")),
        (("area", "100"), ("dien_tich", "100")),
        (("case", "moi"), ("case", "moi")),
        (("@gone", "@gone"), ("", "")),
    ],
)
def test_a_question_without_a_name_is_chosen_by_its_block_and_stored_by_its_name(chosen, stored):
    page = page_with(*chosen)
    page.minimal_clean()
    assert condition_of(page) == stored
    raw = json.dumps(page.steps.get_prep_value())
    assert '"@' not in raw, "what is stored has the shape it always had"


@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_superuser("bien-tap@example.vn", "x"))
    return client


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (("thua_so", "1"), "không (còn) có trong biểu mẫu này: “thua_so”"),
        (("chu_nha", "x"), "câu hỏi “Chủ nhà” hỏi sau điều kiện dùng nó"),
        (("house", "nha_go"), "“nha_go” không bao giờ là câu trả lời"),
        (("house", "yes"), ""),
    ],
)
def test_a_condition_that_is_wrong_is_told_when_the_draft_is_saved_and_the_draft_is_kept(editor, chosen, said):
    page = page_with(*chosen)
    page.save_revision()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    draft = page.get_latest_revision_as_object()
    told = unescape(editor.post(address, posted(draft, title="Biểu mẫu mới"), follow=True).content.decode())
    assert ServiceFormPage.objects.get(pk=page.pk).get_latest_revision_as_object().title == "Biểu mẫu mới"
    assert said in told
    assert ("Những điều kiện sau phải sửa" in told) is bool(said)


@pytest.mark.once
def test_the_editor_shows_the_sentence_at_the_condition(editor):
    page = page_with("thua_so", "1")
    page.save_revision()
    html = editor.get(f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}?problems=1").content
    shown = next(box["data-w-block-arguments-value"] for box in soup(html).select("[data-w-block-arguments-value]"))
    error = json.loads(shown)[1]
    [sentence] = error["blockErrors"]["0"]["blockErrors"]["questions"]["blockErrors"]["2"]["blockErrors"]["shown_when"][
        "messages"
    ]
    assert "không (còn) có trong biểu mẫu này: “thua_so”" in sentence


@pytest.mark.once
def test_the_editor_is_given_the_questions_every_form_has_and_what_can_be_asked_of_them(editor):
    page = page_with("house", "yes")
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content
    chosen_from = json.loads(soup(html).select_one("#form-conditions").string)
    kinds = {question["key"]: question["kind"] for question in chosen_from["questions"]}
    assert kinds["on_behalf"] == "one"
    assert "delivery" not in kinds, "it is asked after the designed steps"
    assert chosen_from["operators"]["yes_no"] == ["is", "is_not"]
    assert b"form-conditions.js" in html
