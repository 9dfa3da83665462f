"""My dossiers: what needs me first, news, files, and nothing of anybody else."""

import pytest
from django.test import Client

from services.forms.models import Submission
from services.forms.rules.workflow import State
from tests.builders_submissions import make_citizen, make_draft, make_file, make_submission
from tests.services.forms.views.filing import Filer, pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def filer():
    return Filer()


def page_of(filer: Filer) -> str:
    return filer.client.get("/ho-so/").content.decode()


def test_somebody_without_dossiers_is_led_to_the_services(filer):
    assert "/dich-vu/?level=3" in page_of(filer)


def test_drafts_open_and_ended_dossiers_stand_apart(filer):
    filed = make_submission(owner=filer.user)
    ended = make_submission(State.WITHDRAWN, owner=filer.user)
    draft = make_draft(filer.user)
    page = page_of(filer)
    assert f'data-draft="{draft.pk}"' in page
    assert page.index(f'data-code="{filed.code}"') < page.index(f'data-code="{ended.code}"')


def test_dossiers_of_others_are_not_listed(filer):
    other = make_submission(owner=make_citizen())
    assert other.code not in page_of(filer)


def test_news_are_new_until_they_are_marked_as_read(filer):
    make_submission(State.ACCEPTED, owner=filer.user)
    assert "/ho-so/da-xem/" in page_of(filer)
    assert "(1 tin mới)" in filer.client.get("/tai-khoan/").content.decode()
    assert filer.client.post("/ho-so/da-xem/")["Location"] == "/ho-so/"
    assert "/ho-so/da-xem/" not in page_of(filer)
    assert "tin mới)" not in filer.client.get("/tai-khoan/").content.decode()


def test_reading_marks_nothing(filer):
    make_submission(State.ACCEPTED, owner=filer.user)
    page_of(filer)
    assert "/ho-so/da-xem/" in page_of(filer)
    assert filer.client.get("/ho-so/da-xem/")["Location"] == "/ho-so/"
    assert "/ho-so/da-xem/" in page_of(filer)


def test_file_of_ones_own_is_a_download(filer, settings, tmp_path):
    settings.PRIVATE_ROOT = str(tmp_path)
    draft = make_draft(filer.user)
    sent = pdf("tờ khai.pdf")
    content = sent.read()
    sent.seek(0)
    filer.step(draft, "papers", **{"paper-00000001": sent, "upload": "1"})
    response = filer.client.get(f"/ho-so/{draft.pk}/tep/{draft.attachments.get().pk}/")
    assert b"".join(response.streaming_content) == content
    assert response["Content-Disposition"].startswith("attachment")
    assert "no-store" in response["Cache-Control"]


def test_file_under_another_dossier_does_not_exist(filer):
    mine, other = make_draft(filer.user), make_submission(owner=make_citizen())
    address = f"/ho-so/{mine.pk}/tep/{other.attachments.get().pk}/"
    assert filer.client.get(address).status_code == 404
    assert Client().get(address).status_code == 302


def test_file_that_is_not_checked_yet_is_not_handed_out(filer):
    draft = make_draft(filer.user)
    waiting = make_file(draft, state="pending")
    assert filer.client.get(f"/ho-so/{draft.pk}/tep/{waiting.pk}/").status_code == 404


def test_draft_can_be_deleted_after_a_question(filer):
    draft = make_draft(filer.user)
    assert filer.client.get(f"/ho-so/{draft.pk}/xoa/").status_code == 200
    assert Submission.objects.filter(pk=draft.pk).exists()
    filer.client.post(f"/ho-so/{draft.pk}/xoa/", {"revision": draft.revision})
    assert not Submission.objects.filter(pk=draft.pk).exists()


def test_dossier_can_be_withdrawn_once(filer):
    filed = make_submission(owner=filer.user)
    for _time in range(2):
        response = filer.client.post(f"/ho-so/{filed.pk}/rut/", {"revision": filed.revision, "reason": "Nộp nhầm"})
        assert response["Location"] == f"/ho-so/{filed.pk}/"
    assert Submission.objects.get(pk=filed.pk).state == State.WITHDRAWN
    assert "Nộp nhầm" in filer.client.get(f"/ho-so/{filed.pk}/").content.decode()


def test_papers_asked_for_go_out_with_one_press(filer, settings, tmp_path):
    settings.PRIVATE_ROOT = str(tmp_path)
    asked = make_submission(State.SUPPLEMENT, owner=filer.user)
    address = f"/ho-so/{asked.pk}/bo-sung/"
    assert "Ảnh bị mờ, khó đọc" in filer.client.get(address).content.decode()
    empty = filer.client.post(address, {"revision": asked.revision}).content.decode()
    assert 'role="alert"' in empty
    filer.client.post(address, {"revision": asked.revision, "paper-00000001": pdf("rõ hơn.pdf"), "upload": "1"})
    assert Submission.objects.get(pk=asked.pk).state == State.SUPPLEMENT
    filer.client.post(address, {"revision": asked.revision, "note": "Đã chụp lại"})
    assert Submission.objects.get(pk=asked.pk).state == State.IN_PROGRESS
    page = filer.client.get(f"/ho-so/{asked.pk}/").content.decode()
    assert "rõ hơn.pdf" in page
    assert "Đã chụp lại" in page
