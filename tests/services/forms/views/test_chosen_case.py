"""The case chosen on the page of a service goes along into the draft, which does not ask for it again."""

import pytest

from home.demo.answers import NUMBER, answers_to
from services.forms import actions
from services.forms.definition.confirmations import CONFIRMED
from services.forms.models import Submission
from services.models import ServicePage
from tests.builders import publish, translate
from tests.builders_submissions import make_file, make_open_service
from tests.markup import soup, words
from tests.services.forms.views.filing import Filer

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

PAPERS = [
    {"name": "Đơn đề nghị"},
    {"name": "Bản sao giấy phép", "case": "Bị mất"},
    {"name": "Bản gốc giấy phép", "case": "Bị hỏng"},
]
FEES = [
    {"name": "Phí", "status": "amount", "amount": 5000, "case": "Loại A"},
    {"name": "Phí", "status": "amount", "amount": 9000, "case": "Loại B"},
]


@pytest.fixture
def filer():
    return Filer()


def begin(filer: Filer, address: str) -> Submission:
    answer = filer.client.post(address)
    assert answer.status_code == 302, answer.content.decode()
    return Submission.objects.get(pk=answer["Location"].split("/")[-2])


def test_a_chosen_case_is_answered_and_only_its_papers_are_asked_for(filer):
    service = make_open_service(documents=PAPERS, case_noun="tình trạng giấy phép")
    draft = begin(filer, f"/ho-so/moi/{service.slug}/?truong-hop=bi-hong")
    assert (draft.answers, draft.saved_steps) == ({"case": "bi-hong"}, ["case"])
    tasks = filer.client.get(f"/ho-so/{draft.pk}/").context["tasks"]
    assert [(task.step.heading, task.is_done) for task in tasks if task.step.key == "case"] == [
        ("Tình trạng giấy phép", True)
    ]
    papers = words(filer.client.get(f"/ho-so/{draft.pk}/buoc/papers/").content)
    assert "Bản gốc giấy phép" in papers
    assert "Bản sao giấy phép" not in papers

    step = soup(filer.client.get(f"/ho-so/{draft.pk}/buoc/case/").content)
    assert step.select_one("input[checked]")["value"] == "bi-hong", "it can still be changed"
    filer.step(draft, "case", case="bi-mat")
    assert "Bản sao giấy phép" in words(filer.client.get(f"/ho-so/{draft.pk}/buoc/papers/").content)


def test_it_is_filed_with_that_case_without_being_asked(filer):
    service = make_open_service(documents=PAPERS)
    draft = begin(filer, f"/ho-so/moi/{service.slug}/?truong-hop=bi-hong")
    steps, papers = answers_to(draft.version.form(), draft.answers)
    for step in steps:
        if step not in draft.saved_steps:
            told = {"step": step, "answers": steps[step] | {CONFIRMED: [NUMBER]}, "revision": draft.revision}
            draft = actions.save_step(submission=draft, by=filer.user, **told)
    for paper in papers:
        make_file(draft, paper)
    review = filer.client.get(f"/ho-so/{draft.pk}/kiem-tra/")
    assert review.status_code == 200, review["Location"]
    assert "Bị hỏng" in words(review.content)
    assert filer.send(draft).status_code == 302
    filed = Submission.objects.get(pk=draft.pk)
    assert (filed.is_draft, filed.answers["case"]) == (False, "bi-hong")
    assert "Bị hỏng" in words(filer.client.get(f"/ho-so/{draft.pk}/").content)


@pytest.mark.parametrize("query", ["", "?truong-hop=cua-dich-vu-khac", "?truong-hop=bi-hong&truong-hop=bi-mat"])
def test_no_case_or_a_wrong_one_is_asked_for(filer, query):
    service = make_open_service(documents=PAPERS)
    draft = begin(filer, f"/ho-so/moi/{service.slug}/{query}")
    assert (draft.answers, draft.saved_steps) == ({}, [])


def test_a_log_in_on_the_way_keeps_the_case(client):
    service = make_open_service(documents=PAPERS)
    answer = client.get(f"/ho-so/moi/{service.slug}/?truong-hop=bi-hong")
    assert "truong-hop%3Dbi-hong" in answer["Location"]


def test_a_case_that_only_fees_tell_apart_goes_along_and_need_not_be_known(filer):
    service = make_open_service(documents=PAPERS[:1], fees=FEES)
    draft = begin(filer, f"/ho-so/moi/{service.slug}/?truong-hop=loai-b")
    assert draft.answers == {"case": "loai-b"}
    open_one = begin(filer, f"/ho-so/moi/{service.slug}/")
    assert open_one.pk != draft.pk
    assert filer.step(open_one, "case", case="").status_code == 302
    assert "case" in Submission.objects.get(pk=open_one.pk).saved_steps


def test_an_english_draft_begins_with_the_same_key(filer):
    service = make_open_service(documents=PAPERS, case_noun="tình trạng giấy phép")
    english = translate(
        service,
        {
            "Cấp giấy phép xây dựng": "Building permit",
            "cap-giay-phep-xay-dung": "building-permit",
            "tình trạng giấy phép": "state of the licence",
            "Đơn đề nghị": "Form",
            "Bị mất": "Lost",
            "Bị hỏng": "Damaged",
            "Bản sao giấy phép": "Copy",
            "Bản gốc giấy phép": "Original",
        },
    )
    page = soup(filer.client.get(english.get_url(), {"truong-hop": "bi-hong", "case": "bi-hong"}).content)
    assert "State of the licence: Damaged" in words(str(page.select_one("#case")))
    draft = begin(filer, "/en/submissions/new/building-permit/?case=bi-hong")
    assert draft.answers == {"case": "bi-hong"}
    assert "State of the licence" in words(filer.client.get(f"/en/submissions/{draft.pk}/").content)


def test_a_case_that_is_taken_out_meanwhile_is_asked_for_again_in_the_newer_form(filer):
    service = make_open_service(documents=[*PAPERS, {"name": "Đơn trình báo", "case": "Bị trộm"}])
    draft = begin(filer, f"/ho-so/moi/{service.slug}/?truong-hop=bi-hong")
    page = ServicePage.objects.get(pk=service.pk)
    page.cases.remove(page.cases.get(key="bi-hong"))
    page.documents.remove(page.documents.get(case_key="bi-hong"))
    publish(page)
    assert filer.client.get(page.get_url(), {"truong-hop": "bi-hong"}).status_code == 200
    filer.client.post(f"/ho-so/{draft.pk}/cap-nhat/", {"revision": draft.revision})
    assert "case" not in Submission.objects.get(pk=draft.pk).answers
    tasks = filer.client.get(f"/ho-so/{draft.pk}/").context["tasks"]
    assert [task.is_done for task in tasks if task.step.key == "case"] == [False]


def test_reading_begins_nothing(filer):
    service = make_open_service(documents=PAPERS)
    filer.client.get(f"/ho-so/moi/{service.slug}/?truong-hop=bi-hong")
    assert not Submission.objects.exists()
