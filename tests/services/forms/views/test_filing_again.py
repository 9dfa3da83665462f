"""Filing again: what ended becomes a new draft, filled in; what no longer fits is told."""

import pytest

from services.forms.models import Submission
from services.forms.rules.workflow import State
from tests.builders_submissions import make_draft, make_open_service, make_submission
from tests.markup import soup
from tests.services.forms.views.filing import Filer, pdf

pytestmark = [pytest.mark.django_db, pytest.mark.once]

OWNER = {
    "full_name": "Lê Thị Ngọc Hân",
    "identity_paper": "number",
    "identification_number": "038199012345",
    "phone": "0912 345 678",
    "address-province": "Thanh Hóa",
    "address-ward": "Phường Hạc Thành",
    "address-street": "12 Lê Lợi",
}


@pytest.fixture(autouse=True)
def _private_storage(settings, tmp_path):
    settings.PRIVATE_ROOT = str(tmp_path / "private")


@pytest.fixture
def filer() -> Filer:
    return Filer()


def again(filer: Filer, submission: Submission):
    return filer.client.post(f"/ho-so/{submission.pk}/nop-lai/")


def page(filer: Filer, address: str):
    return soup(filer.client.get(address).content.decode())


def withdrawn_from_the_services_own_form(filer: Filer) -> Submission:
    """Filed on the pages themselves, with a file of true bytes, then withdrawn."""
    draft = filer.begin(make_open_service(documents=[{"name": "Đơn đề nghị", "originals": 1}]))
    paper = next(one.key for one in draft.version.form().questions() if one.kind == "files" and one.required)
    filer.step(draft, "filer", on_behalf="own")
    filer.step(draft, "owner", **OWNER)
    filer.step(draft, "papers", **{paper: pdf()})
    filer.step(draft, "delivery", delivery="in_person")
    assert filer.send(draft)["Location"].endswith("/bien-nhan/"), filer.client.get(f"/ho-so/{draft.pk}/kiem-tra/")
    filer.client.post(f"/ho-so/{draft.pk}/rut/", {"revision": Submission.objects.get(pk=draft.pk).revision})
    return Submission.objects.get(pk=draft.pk)


def test_new_draft_has_the_answers_and_files_and_every_part_is_looked_at(filer):
    old = withdrawn_from_the_services_own_form(filer)
    assert page(filer, f"/ho-so/{old.pk}/").select_one("form[action$='/nop-lai/'] button").get_text() == "Nộp lại"
    address = again(filer, old)["Location"]
    draft = Submission.objects.drafts().get()
    assert address == f"/ho-so/{draft.pk}/"
    assert (draft.earlier, draft.answers, draft.saved_steps) == (old, old.answers, [])
    assert [one.name for one in draft.attachments.all()] == ["to-khai.pdf"]
    assert draft.attachments.get().path != old.attachments.get().path
    told = page(filer, address).select_one("#earlier").parent.get_text()
    assert old.code in told
    assert "không mang sang được" not in told
    step = page(filer, f"/ho-so/{draft.pk}/buoc/owner/")
    assert step.select_one("[name=full_name]")["value"] == OWNER["full_name"]
    assert f"Lấy từ hồ sơ {old.code} của bạn" in step.get_text()


def test_what_the_form_of_today_does_not_take_is_told_by_name(filer):
    old = make_submission(State.WITHDRAWN, owner=filer.user)  # by a form the service has no more
    told = page(filer, again(filer, old)["Location"]).select_one("#earlier").parent.get_text()
    draft = Submission.objects.drafts().get()
    assert draft.answers == {"full_name": "Nguyễn Thị Hoa"}
    assert "Trường hợp" in told
    assert "to-khai" in told


def test_pressed_twice_one_draft_begins(filer):
    old = make_submission(State.NOT_ACCEPTED, owner=filer.user)
    assert again(filer, old)["Location"] == again(filer, old)["Location"]
    assert Submission.objects.drafts().count() == 1


@pytest.mark.parametrize("state", [State.FILED, State.ACCEPTED, State.RESOLVED, State.HANDED_OVER])
def test_what_is_under_way_or_granted_is_not_filed_again(filer, state):
    old = make_submission(state, owner=filer.user)
    assert page(filer, f"/ho-so/{old.pk}/").select_one("form[action$='/nop-lai/']") is None
    assert again(filer, old).status_code == 404
    assert not Submission.objects.drafts().exists()


def test_nobody_files_again_what_somebody_else_filed(filer):
    old = make_submission(State.WITHDRAWN)
    assert again(filer, old).status_code == 404
    assert not Submission.objects.drafts().exists()


def test_service_that_takes_nothing_any_more_says_so(filer):
    old = make_submission(State.WITHDRAWN, owner=filer.user)
    Submission.objects.update(service_key="00000000-0000-0000-0000-000000000001")
    answer = again(filer, old)
    assert answer["Location"] == f"/ho-so/{old.pk}/"
    assert "chưa nhận hồ sơ trực tuyến" in page(filer, answer["Location"]).get_text()


def test_more_drafts_than_may_be_are_not_begun(filer, settings):
    settings.MAX_DRAFTS = 1
    old = make_submission(State.WITHDRAWN, owner=filer.user)
    make_draft(filer.user, service=make_open_service("Cấp giấy phép khác"))
    assert "Bạn đã có 1 bản nháp" in page(filer, again(filer, old)["Location"]).get_text()
