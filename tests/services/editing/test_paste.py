"""The address that reads pasted rows for the editor of a service."""

import pytest
from django.urls import reverse

from services.editing.paste import MOST_TYPED
from tests.builders import make_complete_service
from tests.builders_accounts import make_citizen
from tests.builders_ownership import make_office

pytestmark = pytest.mark.django_db
PAPERS = "Tên giấy tờ\tBản chính\tNgười ký\nTờ khai\t1\t<b>Trưởng phòng</b>\n"


def paste(client, relation="documents", text=PAPERS, html=""):
    return client.post(reverse("paste_rows", args=[relation]), {"text": text, "html": html})


def words_of(row):
    return [fact["words"] for fact in row["facts"]]


def test_an_editor_gets_rows_and_a_preview(client):
    client.force_login(make_office("Sở Y tế", "Cấp giấy phép hành nghề").editor)
    told = paste(client).json()
    (row,) = told["rows"]
    assert row["values"] == {"name": "Tờ khai", "originals": "1", "note": "Người ký: <b>Trưởng phòng</b>"}
    assert (row["heading"], words_of(row)) == ("Tờ khai", ["1 bản chính"])
    assert "Đã đọc 1 dòng." in told["preview"]
    assert "chưa hiểu: giữ nguyên trong ô “Ghi chú”" in told["preview"]
    assert "<b>Trưởng" not in told["preview"]


def test_pasting_stores_nothing(admin_client):
    page = make_complete_service()
    revisions = page.revisions.count()
    assert len(paste(admin_client, "fees", "Lệ phí\t20.000").json()["rows"]) == 1
    assert (page.fees.count(), page.revisions.count()) == (2, revisions)


def test_steps_and_fees_tell_themselves_in_a_line(admin_client):
    fee = paste(admin_client, "fees", "Lệ phí\t20.000\tCấp lần đầu").json()["rows"][0]
    assert (fee["heading"], words_of(fee)) == ("Lệ phí", ["Cấp lần đầu", "20.000 đồng"])
    assert paste(admin_client, "steps", "Nộp hồ sơ").json()["rows"][0]["heading"] == "Nộp hồ sơ"


def test_a_known_case_is_chosen_and_a_new_one_is_made(admin_client):
    text = "Tên\tMức thu\tTrường hợp\nPhí\t1\tcấp  LẦN đầu\nPhí\t2\tCấp lại\nPhí\t3\tcấp lại\nPhí\t4\t\n"
    open_form = {"case_key": ["cap-moi", "khac"], "case": ["Cấp lần đầu", "Cấp khác"]}
    told = admin_client.post(reverse("paste_rows", args=["fees"]), {"text": text, **open_form}).json()
    assert [row["values"].get("case_key", "") for row in told["rows"]] == ["cap-moi", "cap-lai", "cap-lai", ""]
    assert [fact["chosen"] for fact in told["rows"][0]["facts"]] == ["cap-moi", ""]
    assert told["cases"] == [{"key": "cap-lai", "name": "Cấp lại"}]
    assert "Sẽ thêm trường hợp mới: <strong>Cấp lại</strong>" in told["preview"]


def test_too_much_at_once_is_refused_in_words(admin_client):
    answer = paste(admin_client, text="a" * (MOST_TYPED + 1))
    assert answer.status_code == 413
    assert "nhiều nhất 100 dòng" in answer.json()["preview"]


def test_only_kinds_that_are_offered_are_read(admin_client):
    assert paste(admin_client, "results").status_code == 404


def test_whoever_edits_no_pages_pastes_nothing(client):
    client.force_login(make_citizen())
    assert paste(client).status_code == 302
