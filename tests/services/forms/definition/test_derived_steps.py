"""The form that follows from a service's own cases and papers, and the steps every form shares."""

import pytest
from django.utils.translation import gettext as _

from services.forms.definition import standard_steps
from services.forms.definition.conditions import holds
from services.forms.definition.derived_steps import CASE, limits_itself, paper_key
from services.forms.definition.questions import Kind
from services.forms.form_versions.current_form import current_form, problems_of_service
from services.forms.models.form_sources import ways_of
from services.rules.cases import named_cases, rows_for
from tests.builders import make_audience, translate
from tests.builders_forms import CASES, LAND, make_fileable_service, make_form_page

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

CITIZENS = ("cong-dan-viet-nam", "citizen")
BUSINESSES = ("doanh-nghiep", "business")


def audiences(*named):
    return [make_audience(slug, slug, group) for slug, group in named]


def papers(form, **answers):
    """The keys and kinds of the papers asked for these answers."""
    return {
        question.key: question.kind for question in form.step("papers").questions if holds(question.shown_when, answers)
    }


def paper(service, **fields):
    """The question for the only paper of a service."""
    form = current_form(make_fileable_service(service, documents=[{"name": "Giấy tờ", **fields}]))
    return form.step("papers").questions[0]


def test_the_steps_stand_in_their_order():
    steps = [step.key for step in current_form(make_fileable_service(documents=CASES)).steps]
    assert steps == ["filer", "representative", "owner", "case", "papers", "delivery"]


def test_designed_steps_stand_between_owner_and_papers():
    service = make_fileable_service()
    make_form_page(service)
    assert [step.key for step in current_form(service).steps][-4:] == ["owner", "land", "papers", "delivery"]


@pytest.mark.parametrize(
    ("groups", "keys"),
    [
        ((CITIZENS,), {"full_name"}),
        ((BUSINESSES,), {"organisation_name"}),
        ((CITIZENS, BUSINESSES), {"full_name", "organisation_name", "owner_type"}),
        ((), {"full_name", "organisation_name", "owner_type"}),
    ],
)
def test_only_owners_the_service_is_for_are_asked_about(groups, keys):
    form = current_form(make_fileable_service(audiences=audiences(*groups)))
    asked = {question.key for question in form.questions()}
    assert asked & {"full_name", "organisation_name", "owner_type"} == keys
    assert problems_of_service(make_fileable_service("Khác", audiences=audiences(*groups))) == []


def test_each_case_is_asked_for_the_papers_of_the_checklist():
    service = make_fileable_service(documents=CASES)
    documents = list(service.documents.all())
    for value in named_cases(documents):
        listed = {paper_key(row.translation_key) for row in rows_for(documents, value)}
        assert set(papers(current_form(service), **{CASE: value})) == listed


def test_papers_without_cases_are_asked_of_everybody():
    service = make_fileable_service(documents=[{"name": "Đơn"}, {"name": "Bản sao", "case": "Chỉ một trường hợp"}])
    form = current_form(service)
    assert form.step(CASE) is None
    required = [question.required for question in form.step("papers").questions if question.document]
    assert required == [True, False]
    assert "Chỉ một trường hợp" in form.step("papers").questions[1].hint


def test_a_paper_to_show_or_on_paper_only_is_told_not_asked():
    shown, bring = paper("Một", kind="present"), paper("Hai", electronic_ok=False)
    assert [one.kind for one in (shown, bring)] == [Kind.INFORMATION, Kind.INFORMATION]
    assert not shown.required


@pytest.mark.parametrize(
    ("fields", "required"),
    [
        ({}, True),
        ({"is_required": False}, False),
        ({"applies_when": "Khi thuê đất"}, False),
        ({"name": "Giấy phép lao động (nếu có)"}, False),
        ({"name": "Giấy giới thiệu đối với tổ chức"}, False),
        ({"name": "Đơn theo Mẫu số 29 Trường hợp hộ gia đình thì ghi đủ tên"}, True),
    ],
)
def test_only_a_paper_that_everybody_has_is_required(fields, required):
    assert paper("Dịch vụ", **fields).required is required


def test_an_abridged_name_says_so_and_the_numbers_stand_in_the_hint():
    question = paper("Dịch vụ", name="Đơn đề nghị", is_abridged=True, originals=1, template_code="Mẫu số 35")
    assert question.label == f"Đơn đề nghị {_('(abridged)')}"
    assert "1" in question.hint
    assert "Mẫu số 35" in question.hint


def test_a_paper_that_a_designed_question_asks_for_is_not_asked_again():
    service = make_fileable_service(documents=CASES)
    row = service.documents.get(name="Bản gốc giấy chứng nhận")
    scan = {"kind": "files", "key": "scan", "label": "Giấy chứng nhận", "paper": paper_key(row.translation_key)}
    make_form_page(service, [{**LAND, "questions": [*LAND["questions"], scan]}])
    form = current_form(service)
    assert form.question("scan").document == str(row.translation_key)
    assert form.question(paper_key(row.translation_key)) is None


@pytest.mark.parametrize(
    ("fields", "ways"),
    [
        ({"result_by_post": True, "result_in_person": True}, ["in_person", "post"]),
        ({"level": 3}, ["in_person"]),
        ({"level": 4}, ["in_person", "online", "post"]),
    ],
)
def test_the_result_comes_the_way_the_page_or_the_level_says(fields, ways):
    service = make_fileable_service(**fields)
    assert ways_of(service) == ways
    assert problems_of_service(service) == []


def test_an_address_is_asked_only_for_the_post():
    question = current_form(make_fileable_service(level=4)).question("delivery_address")
    assert holds(question.shown_when, {"delivery": "post"})
    assert not holds(question.shown_when, {"delivery": "online"})


def test_the_profile_answers_for_oneself_and_never_for_the_owner_one_files_for():
    assert standard_steps.may_prefill("full_name", {"on_behalf": "own"})
    assert not standard_steps.may_prefill("full_name", {"on_behalf": "other"})
    assert standard_steps.may_prefill("representative_name", {"on_behalf": "other"})


@pytest.mark.parametrize(
    ("answers", "name"), [({"full_name": "An"}, "An"), ({"organisation_name": "Công ty A"}, "Công ty A"), ({}, "")]
)
def test_the_owner_has_a_name(answers, name):
    assert standard_steps.owner_name(answers) == name


def test_the_english_form_has_english_papers_and_cases_and_the_same_values():
    service = make_fileable_service(documents=CASES)
    words = {
        service.title: "Plots",
        service.slug: "plots",
        "Đơn đề nghị": "Application",
        "Trường hợp bị mất": "Lost",
        "Trường hợp bị hỏng": "Damaged",
    }
    translate(service, words)
    english = current_form(service, "en")
    assert [(choice.value, choice.label) for choice in english.question(CASE).choices] == [
        ("truong-hop-bi-mat", "Lost"),
        ("truong-hop-bi-hong", "Damaged"),
    ]
    assert english.step("papers").questions[0].label == "Application"


LISTS = "Một trong những giấy tờ hợp pháp về đất đai bao gồm: " + "+ Giấy chứng nhận quyền sử dụng đất; " * 10


@pytest.mark.parametrize(
    ("name", "limited"),
    [
        ("Bản sao (nếu có)", True),
        ("Đơn đề nghị", False),
        ("Giấy ủy quyền: trường hợp nộp thay", True),
        (LISTS + "+ Hợp đồng thuê đất đối với trường hợp được Nhà nước cho thuê đất", False),
        ("Bản sao (nếu có). " + LISTS, True),
        ("Giấy xác nhận thời gian thực hành. " + LISTS + "trường hợp thực hành tại nhiều cơ sở", False),
    ],
)
def test_a_name_tells_whether_everybody_has_the_paper(name, limited):
    assert limits_itself(name) is limited
