"""The last page: everything once more, the declaration, one filing however often it is sent; then the receipt."""

import io

import pytest
from django.test import Client
from pypdf import PdfReader

from services.forms.models import Submission
from services.forms.rules.workflow import State
from services.forms.submissions import tracking
from tests.builders_submissions import make_citizen, make_draft, make_filled_draft, make_submission
from tests.services.forms.views.filing import Filer

pytestmark = pytest.mark.django_db


@pytest.fixture
def filer():
    return Filer()


@pytest.fixture
def draft(filer):
    return make_filled_draft(filer.user)


def test_everything_stands_there_once_more(filer, draft):
    page = filer.client.get(f"/ho-so/{draft.pk}/kiem-tra/").content.decode()
    assert "Nguyễn Thị Hoa" in page
    assert "to-khai-" in page
    assert f"/ho-so/{draft.pk}/buoc/owner/?check" in page


def test_unfinished_draft_leads_to_what_is_missing(filer):
    draft = make_draft(filer.user)
    assert filer.client.get(f"/ho-so/{draft.pk}/kiem-tra/")["Location"] == f"/ho-so/{draft.pk}/buoc/owner/"


def test_sent_once_and_twice_it_is_the_same_receipt(filer, draft):
    first, second = filer.send(draft), filer.send(draft)
    assert first["Location"] == second["Location"] == f"/ho-so/{draft.pk}/bien-nhan/"
    assert Submission.objects.filed().count() == 1
    assert Submission.objects.get(pk=draft.pk).events.count() == 1


def test_nothing_is_sent_without_the_declaration(filer, draft):
    response = filer.send(draft, declared="")
    assert Submission.objects.get(pk=draft.pk).is_draft
    assert 'href="#id_declared"' in response.content.decode()


def test_nothing_is_sent_from_an_old_window(filer, draft):
    response = filer.send(draft, revision=1)
    assert response.status_code == 200
    assert Submission.objects.get(pk=draft.pk).is_draft


def test_skipped_steps_cannot_be_sent(filer):
    draft = make_draft(filer.user)
    response = filer.send(draft)
    page = response.content.decode()
    assert Submission.objects.get(pk=draft.pk).is_draft
    assert f"/ho-so/{draft.pk}/buoc/owner/" in page


def test_receipt_holds_both_codes(filer, draft):
    filer.send(draft)
    filed = Submission.objects.get(pk=draft.pk)
    page = filer.client.get(f"/ho-so/{draft.pk}/bien-nhan/").content.decode()
    assert f'id="submission-code" value="{filed.code}"' in page
    assert f'id="submission-pin" value="{tracking.tracking_code_of(filed)}"' in page


def test_acknowledgement_holds_what_was_filled_in(filer, draft):
    filer.send(draft)
    filed = Submission.objects.get(pk=draft.pk)
    response = filer.client.get(f"/ho-so/{draft.pk}/bien-nhan.pdf")
    text = " ".join("\n".join(page.extract_text() for page in PdfReader(io.BytesIO(response.content)).pages).split())
    assert response["Content-Type"] == "application/pdf"
    assert len(response.content) <= 60 * 1024
    for words in (
        "Nguyễn Thị Hoa",
        "Cấp mới",
        filed.code,
        tracking.format_tracking_code(tracking.tracking_code_of(filed)),
        "to-khai-",
    ):
        assert words in text


def test_draft_has_no_receipt(filer, draft):
    assert filer.client.get(f"/ho-so/{draft.pk}/bien-nhan/").status_code == 404
    assert filer.client.get(f"/ho-so/{draft.pk}/bien-nhan.pdf").status_code == 404


def test_sending_takes_few_queries(filer, draft, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        filer.send(draft, revision=draft.revision)


PAGES = ["", "kiem-tra/", "bien-nhan/", "bien-nhan.pdf", "rut/", "xoa/", "bo-sung/", "cap-nhat/", "buoc/owner/"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("state", [State.DRAFT, State.FILED, State.SUPPLEMENT])
def test_page_of_somebody_else_does_not_exist(page, state):
    filed = make_submission(state)
    stranger = Filer(make_citizen())
    for answer in (stranger.client.get(f"/ho-so/{filed.pk}/{page}"), stranger.client.post(f"/ho-so/{filed.pk}/{page}")):
        assert answer.status_code in (404, 405)
        assert filed.service_title not in answer.content.decode()


@pytest.mark.parametrize("page", [page for page in PAGES if page != "cap-nhat/"])
def test_page_asks_for_a_login(page):
    filed = make_submission(State.SUPPLEMENT)
    response = Client().get(f"/ho-so/{filed.pk}/{page}")
    assert response.status_code == 302
    assert response["Location"].startswith("/tai-khoan/dang-nhap/?next=/ho-so/")
