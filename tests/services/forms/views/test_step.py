"""Filling in a step: nothing typed is lost, nothing wrong is kept, files come along."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import Profile
from services.forms.definition.questions import Form, Question, Step
from services.forms.models import Attachment, Submission
from tests.builders_submissions import PAPER, make_citizen, make_draft, make_filled_draft, make_submission
from tests.services.forms.views.filing import Filer, pdf

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _private_files(settings, tmp_path):
    settings.PRIVATE_ROOT = str(tmp_path)


@pytest.fixture
def filer():
    return Filer()


@pytest.fixture
def draft(filer):
    return make_draft(filer.user)


def now(draft) -> Submission:
    return Submission.objects.get(pk=draft.pk)


def test_saved_step_leads_to_the_next(filer, draft):
    response = filer.step(draft, "owner", full_name="Nguyễn Thị Hoa", case="new")
    assert response["Location"] == f"/ho-so/{draft.pk}/buoc/papers/"
    assert now(draft).answers == {"full_name": "Nguyễn Thị Hoa", "case": "new"}
    assert now(draft).saved_steps == ["owner"]


def test_wrong_step_shows_every_error_and_keeps_what_was_typed(filer, draft):
    response = filer.step(draft, "owner", full_name="Nguyễn Thị Hoa", case="gone")
    page = response.content.decode()
    assert response.status_code == 200
    assert 'role="alert"' in page
    assert 'value="Nguyễn Thị Hoa"' in page
    assert now(draft).answers == {"full_name": "Nguyễn Thị Hoa"}
    assert now(draft).saved_steps == []


def test_good_answer_stays_when_a_wrong_one_is_typed_in_its_place(filer, draft):
    filer.step(draft, "owner", full_name="Hoa", case="new")
    filer.step(draft, "owner", full_name="Hoa", case="gone")
    assert now(draft).answers == {"full_name": "Hoa", "case": "new"}


def test_unfinished_step_can_be_left(filer, draft):
    response = filer.step(draft, "owner", full_name="Hoa", later="1")
    assert response["Location"] == f"/ho-so/{draft.pk}/"
    assert now(draft).answers == {"full_name": "Hoa"}
    assert now(draft).saved_steps == []


def test_page_of_papers_says_which_files_are_taken(filer, draft):
    page = filer.client.get(f"/ho-so/{draft.pk}/buoc/papers/").content.decode()
    assert 'id="kinds-of-files"' in page


def test_hidden_answer_is_dropped(filer, draft):
    filer.step(draft, "owner", full_name="Hoa", case="new", why="Bị mất")
    assert "why" not in now(draft).answers


def test_extra_keys_of_a_post_change_nothing(filer, draft):
    filer.step(draft, "owner", full_name="Hoa", case="new", state="9", owner="1", code="X", owner_id="7", note="đã ghi")
    assert now(draft).answers == {"full_name": "Hoa", "case": "new"}
    assert (now(draft).state, now(draft).code, now(draft).owner) == (0, None, filer.user)


def test_older_revision_overwrites_nothing_and_loses_nothing(filer, draft):
    filer.step(draft, "owner", full_name="Hoa", case="new")
    response = filer.step(draft, "owner", full_name="Lan", case="again", why="Bị mất", revision=1)
    page = response.content.decode()
    assert now(draft).answers["full_name"] == "Hoa"
    assert 'value="Lan"' in page
    assert f'name="revision" value="{now(draft).revision}"' in page


@pytest.mark.parametrize("revision", ["", "x", "-1", "1e3", "99999999999999999999", "١"])
def test_revision_that_is_none_is_a_stale_one(filer, draft, revision):
    response = filer.step(draft, "owner", full_name="Hoa", case="new", revision=revision)
    assert response.status_code == 200
    assert now(draft).answers == {}


def test_step_that_is_not_asked_leads_to_the_list(filer, draft):
    assert filer.client.get(f"/ho-so/{draft.pk}/buoc/khong-co/")["Location"] == f"/ho-so/{draft.pk}/"


def test_files_are_kept_and_shown(filer, draft):
    response = filer.step(draft, "papers", **{PAPER: [pdf("trang 1.pdf"), pdf("trang 2.pdf", "2")], "upload": PAPER})
    assert response["Location"] == f"/ho-so/{draft.pk}/buoc/papers/#id_{PAPER}_status"
    page = filer.client.get(response["Location"]).content.decode()
    assert [row.name for row in Attachment.objects.filter(submission=draft)] == ["trang 1.pdf", "trang 2.pdf"]
    assert "trang 1.pdf" in page
    assert 'role="alert"' not in page


def test_refused_file_is_named_with_what_to_do(filer, draft):
    wrong = SimpleUploadedFile("ảnh.jpg", b"GIF89a no picture of a kind we take")
    response = filer.step(draft, "papers", **{PAPER: [wrong, pdf("đúng.pdf")], "upload": PAPER})
    assert [row.name for row in Attachment.objects.filter(submission=draft)] == ["đúng.pdf"]
    assert "ảnh.jpg: " in response.content.decode()


def test_missing_paper_is_an_error_when_going_on(filer, draft):
    response = filer.step(draft, "papers")
    assert f'href="#id_{PAPER}"' in response.content.decode()
    assert now(draft).saved_steps == []


def test_file_can_be_taken_away_again(filer, draft):
    filer.step(draft, "papers", **{PAPER: pdf(), "upload": PAPER})
    filer.step(draft, "papers", remove=str(Attachment.objects.get().pk))
    assert not Attachment.objects.exists()


def test_file_of_somebody_else_cannot_be_taken_away(filer, draft):
    other = make_filled_draft(make_citizen())
    filer.step(draft, "papers", remove=str(other.attachments.get().pk))
    assert other.attachments.exists()


@pytest.mark.parametrize("text", ["", "x", "00000000-0000-0000-0000-000000000000", "\x00"])
def test_removal_of_what_is_no_file_changes_nothing(filer, draft, text):
    filer.step(draft, "papers", **{PAPER: pdf(), "upload": PAPER})
    filer.step(draft, "papers", remove=text)
    assert Attachment.objects.count() == 1


def test_script_saves_without_judging_what_is_missing(filer, draft):
    response = filer.step(draft, "owner", full_name="Hoa", automatic="1")
    assert response.status_code == 204
    assert response["X-Revision"] == str(now(draft).revision)
    assert now(draft).answers == {"full_name": "Hoa"}


def test_script_of_an_old_window_is_refused(filer, draft):
    filer.step(draft, "owner", full_name="Hoa", case="new")
    assert filer.step(draft, "owner", full_name="Lan", automatic="1", revision=1).status_code == 409
    assert now(draft).answers["full_name"] == "Hoa"


KNOWN = {"full_name": "Trần Văn Biết", "phone": "0912345678", "address": "12 Lê Lợi"}


def page_of_owner(filer, draft, **answered) -> str:
    if answered:
        filer.step(draft, "owner", later="1", **answered)
    return filer.client.get(f"/ho-so/{draft.pk}/buoc/owner/").content.decode()


@pytest.fixture
def asked_of_owner(filer):
    """A draft whose first step asks what a profile knows."""
    Profile.objects.create(user=filer.user, **KNOWN)
    questions = tuple(
        Question(key, kind, key, required=False, prefill=source)
        for key, kind, source in (
            ("full_name", "text", "full_name"),
            ("phone", "phone", "phone"),
            ("email", "email", "email"),
            ("address", "address", "address"),
        )
    )
    return make_draft(filer.user, form=Form((Step("owner", "Chủ hồ sơ", questions=questions),)))


def test_profile_answers_first_where_nobody_answered_yet(filer, asked_of_owner):
    page = page_of_owner(filer, asked_of_owner)
    assert 'value="Trần Văn Biết"' in page
    assert 'value="0912345678"' in page
    assert f'value="{filer.user.email}"' in page
    assert now(asked_of_owner).answers == {}


def test_half_an_address_is_not_put_into_the_boxes(filer, asked_of_owner):
    assert "12 Lê Lợi" not in page_of_owner(filer, asked_of_owner)


def test_profile_is_silent_once_somebody_answered(filer, asked_of_owner):
    page = page_of_owner(filer, asked_of_owner, full_name="Lê Thị Khác")
    assert "Trần Văn Biết" not in page
    assert 'value="0912345678"' not in page


def test_step_of_what_was_filed_leads_to_its_page(filer):
    filed = make_submission(owner=filer.user)
    assert filer.step(filed, "owner", full_name="X")["Location"] == f"/ho-so/{filed.pk}/"
    assert now(filed).answers["full_name"] == "Nguyễn Thị Hoa"


def test_saving_a_step_takes_few_queries(filer, draft, django_assert_max_num_queries):
    filer.step(draft, "owner", full_name="Hoa", case="new")
    with django_assert_max_num_queries(15):
        filer.step(draft, "owner", full_name="Lan", case="new", revision=2)
