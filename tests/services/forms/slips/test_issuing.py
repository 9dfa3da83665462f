"""Slips come with the transitions they tell of, once each, and say what was so at that moment."""

import unicodedata

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from services.forms import actions
from services.forms.actions import transitions
from services.forms.messages.notifications import told_by, written
from services.forms.messages.registry import NOTIFICATIONS
from services.forms.models import Slip, Submission
from services.forms.routines.deadlines import time_out_requests
from services.forms.rules.exceptions import StaleRevision
from services.forms.rules.workflow import State
from services.forms.slips.paper import check_address, slip_pdf
from services.models import ServicePage
from tests.builders_clock import close_automatically
from tests.builders_slips import (
    PAPERS,
    extend,
    filed,
    kinds_of,
    missing,
    named_officer,
    perform,
    slips_of,
    text_of,
    words_of,
)
from tests.builders_submissions import make_file, make_submission

pytestmark = pytest.mark.django_db

KILOBYTE = 1024
NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def reply_within(days):
    close_automatically(days)


@pytest.mark.parametrize(
    ("state", "kinds"),
    [
        (State.FILED, []),
        (State.ACCEPTED, ["01"]),
        (State.IN_PROGRESS, ["01"]),
        (State.SUPPLEMENT, ["01", "02"]),
        (State.PAYMENT, ["01"]),
        (State.NOT_ACCEPTED, ["03"]),
        (State.STOPPED, ["01", "05"]),
        (State.HANDED_OVER, ["01"]),
        (State.WITHDRAWN, ["05"]),
    ],
)
def test_each_way_through_the_case_leaves_its_slips(state, kinds):
    assert kinds_of(make_submission(state)) == kinds


def test_the_receipt_says_what_was_accepted_and_when_the_result_is_due(travel):
    travel("2026-11-20T15:00")
    row = filed()
    travel("2026-11-20T16:40")
    row = perform(row, "accept", named_officer())
    slip = slips_of(row)[0]
    assert (slip.kind, slip.number, slip.issued_by, slip.due_at) == (
        "01",
        f"{row.code}/01",
        "Trần Thị Bưởi",
        row.due_at,
    )
    facts = ("20/11/2026 15:00", "20/11/2026 16:40", "17:00, thứ Sáu 27/11/2026", "5 ngày làm việc", "36 Lê Lợi")
    papers = ("STT Giấy tờ Số tệp", "1 Tờ khai 1")
    frame = (
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "SỞ XÂY DỰNG",
        f"Số: {slip.number}",
        "Thanh Hóa, ngày 20 tháng 11 năm 2026",
    )
    owner = ("Nguyễn Thị Hoa", row.code, "Cấp giấy phép xây dựng", "Trần Thị Bưởi")
    checked = (check_address(slip.token), "Nghị định 118/2025/NĐ-CP, sửa đổi bởi", "Thông tư 03/2025/TT-VPCP")
    assert missing(slip, *NATION, *frame, *owner, *facts, *papers, *checked) == []
    assert len(slip_pdf(slip)) <= 60 * KILOBYTE


def test_letters_of_the_sheet_are_whole_ones(travel):
    travel("2026-11-20T15:00")
    text = text_of(slip_pdf(slips_of(perform(filed(), "accept"))[0]))
    assert text == unicodedata.normalize("NFC", text)
    assert "\ufffd" not in text


def test_the_request_names_every_paper_with_its_reason_and_until_when(travel):
    travel("2026-11-20T09:00")
    reply_within(10)
    row = perform(filed(), "ask_for_papers", detail=PAPERS, reason="Gửi ảnh chụp rõ")
    (slip,) = slips_of(row)
    assert slip.kind == "02"
    told = ("1 Tờ khai Ảnh bị mờ, khó đọc", "2 Giấy khai sinh Chưa có", "Lời nhắn của cơ quan Gửi ảnh chụp rõ")
    assert missing(slip, "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", *told) == []
    assert missing(slip, "Gửi bổ sung chậm nhất 17:00, thứ Hai 30/11/2026") == []


def test_a_second_request_is_a_further_slip_with_a_number_of_its_own(travel):
    travel("2026-11-20T09:00")
    row = perform(perform(filed(), "accept"), "ask_for_papers", detail={"papers": PAPERS["papers"][:1]})
    make_file(row)
    row = actions.hand_in(submission=row, by=row.owner, revision=row.revision)
    row = perform(
        row,
        "ask_for_papers",
        detail={"papers": [{"name": "Bản vẽ", "reason": "Còn thiếu, phải nộp"}]},
        reason="Phát hiện khi thẩm định",
    )
    assert [slip.number.removeprefix(row.code) for slip in slips_of(row)] == ["/01", "/02", "/01-2", "/02-2"]
    assert missing(slips_of(row)[3], "Bản vẽ", "Phát hiện khi thẩm định") == []


def test_papers_handed_in_before_acceptance_stand_on_the_receipt_with_their_number(travel):
    travel("2026-11-20T09:00")
    row = perform(filed(), "ask_for_papers", detail={"papers": PAPERS["papers"][1:]})
    extra = row.events.get(move="ask_for_papers").detail["papers"][0]["question"]
    make_file(row, extra)
    make_file(row, extra)
    row = actions.hand_in(submission=row, by=row.owner, revision=row.revision)
    row = perform(row, "accept")
    assert missing(slips_of(row)[1], "1 Tờ khai 1", "2 Giấy khai sinh 2") == []


def test_a_refusal_and_a_stop_give_their_reason():
    refused = slips_of(make_submission(State.NOT_ACCEPTED))[0]
    assert missing(refused, "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ", "Lý do Không đúng thẩm quyền") == []
    stopped = slips_of(make_submission(State.STOPPED))[1]
    assert missing(stopped, "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", "Lý do Quá thời hạn bổ sung") == []


def test_what_the_portal_ends_by_itself_has_a_slip_without_a_person(travel):
    travel("2026-01-05T09:00")
    reply_within(30)
    row = perform(filed(), "ask_for_papers", detail=PAPERS)
    travel("2026-11-05T09:00")
    assert time_out_requests() == 1
    slip = slips_of(row)[-1]
    assert (slip.kind, slip.issued_by) == ("03", "")
    assert missing(slip, "NGƯỜI TIẾP NHẬN HỒ SƠ Sở Xây dựng") == []


def test_an_extension_apologises_and_names_both_dates(travel):
    travel("2026-11-20T09:00")
    row = extend(perform(filed(), "accept"))
    slip = slips_of(row)[-1]
    assert (slip.kind, slip.due_at) == ("04", row.due_at)
    dates = ("Ngày hẹn trước 17:00, thứ Sáu 27/11/2026", "Ngày hẹn mới 17:00, thứ Tư 2/12/2026", "3 ngày làm việc")
    assert (
        missing(slip, "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT", "xin lỗi tổ chức, cá nhân", *dates)
        == []
    )
    assert missing(slip, "Phải lấy ý kiến cơ quan khác") == []


def test_a_dossier_that_is_accepted_by_a_payment_gets_its_receipt_then(travel):
    travel("2026-11-20T09:00")
    row = perform(filed(), "ask_for_payment", detail={"amount": 150_000})
    assert kinds_of(row) == []
    row = perform(row, "pay", detail={"amount": 150_000, "receipt": "0000123"})
    assert kinds_of(row) == ["01"]


def test_without_a_time_limit_the_receipt_says_that_there_is_no_date():
    slip = slips_of(make_submission(State.ACCEPTED))[0]
    assert slip.due_at is None
    assert missing(slip, "Chưa có ngày hẹn trả: thời hạn giải quyết của dịch vụ chưa được công bố trên cổng.") == []


def test_who_filed_for_another_stands_on_the_slip():
    row = make_submission()
    answers = {**row.answers, "on_behalf": "other", "representative_name": "Lê Văn Nộp Thay"}
    Submission.objects.filter(pk=row.pk).update(answers=answers)
    slip = slips_of(perform(Submission.objects.get(pk=row.pk), "accept"))[0]
    assert missing(slip, "Chủ hồ sơ Nguyễn Thị Hoa", "Người nộp thay Lê Văn Nộp Thay") == []


def test_who_filed_for_herself_is_named_once():
    row = make_submission()
    Submission.objects.filter(pk=row.pk).update(answers={**row.answers, "representative_name": "Lê Văn Nộp Thay"})
    slip = slips_of(perform(Submission.objects.get(pk=row.pk), "accept"))[0]
    assert "NộpThay" not in words_of(slip)


def test_a_slip_is_vietnamese_whatever_the_citizen_reads(travel):
    travel("2026-11-20T09:00")
    row = filed()
    Submission.objects.filter(pk=row.pk).update(language="en")
    slip = slips_of(perform(Submission.objects.get(pk=row.pk), "accept"))[0]
    assert missing(slip, "thứ Sáu 27/11/2026", "5 ngày làm việc") == []
    assert "working" not in words_of(slip)


def test_a_slip_stays_as_it_was_issued(travel):
    travel("2026-11-20T09:00")
    row = perform(filed(), "accept")
    slip = slips_of(row)[0]
    before = text_of(slip_pdf(slip))
    Submission.objects.filter(pk=row.pk).update(service_title="Tên khác", agency_name="Sở khác", answers={})
    ServicePage.objects.update(title="Tên khác nữa")
    assert text_of(slip_pdf(Slip.objects.get(pk=slip.pk))) == before


def test_no_transition_without_its_slip_and_no_slip_without_its_transition(monkeypatch):
    row = make_submission()

    def broken(event, **told):
        raise RuntimeError("no slip")

    monkeypatch.setattr(transitions, "issue", broken)
    with pytest.raises(RuntimeError):
        perform(row, "accept")
    row.refresh_from_db()
    assert (row.state, row.events.count()) == (State.FILED, 1)
    monkeypatch.undo()
    with pytest.raises(StaleRevision):
        actions.perform_transition(submission=row, name="accept", by=named_officer(), role="officer", revision=0)
    assert not Slip.objects.exists()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_mail_names_the_slip_and_leads_to_the_page_of_the_dossier(language):
    row = make_submission(State.SUPPLEMENT, language=language)
    begun = make_submission(State.IN_PROGRESS, language=language)
    for slip in slips_of(row):
        _subject, text = written(row, NOTIFICATIONS[slip.event.move].letter, told_by(slip.event))
        assert slip.number in text
        assert str(row.pk) in text
        assert "Nguyễn Thị Hoa" not in text
    plain = written(begun, "in_progress", told_by(begun.events.get(move="begin")))[1]
    assert begun.code in plain
    assert f"{begun.code}/" not in plain


def test_tokens_are_long_and_differ():
    tokens = {slip.token for slip in slips_of(make_submission(State.STOPPED))}
    assert len(tokens) == 2
    assert {len(token) for token in tokens} == {26}


def test_an_acceptance_costs_at_most_twelve_queries_more_for_its_slip(travel, monkeypatch):
    """The twelfth asks for the desks where people are received, which the slip names."""
    travel("2026-11-20T09:00")
    officer = named_officer()
    perform(filed(), "accept", officer)
    plain, whole = filed(), filed()
    with CaptureQueriesContext(connection) as with_slip:
        perform(whole, "accept", officer)
    monkeypatch.setattr(transitions, "issue", lambda event, **told: [])
    with CaptureQueriesContext(connection) as without:
        perform(plain, "accept", officer)
    assert 0 < len(with_slip) - len(without) <= 12


def test_a_slip_with_more_than_fits_on_a_page_is_made_whole():
    lines = [f"Dòng {number}" for number in range(300)]
    long = " ".join(f"chữ{number}" for number in range(300))
    papers = [{"name": "Tờ khai", "reason": "\n".join(lines)}, {"name": "Bản vẽ", "reason": long}]
    [slip] = slips_of(perform(filed(), "ask_for_papers", detail={"papers": papers}))
    assert missing(slip, *lines, *long.split()) == []
