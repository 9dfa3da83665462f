"""Where the applicant is reached, how many papers are asked for, what is paid: on the slip, blank where unknown."""

import io
import json
import logging
from dataclasses import replace

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pypdf import PdfReader

from services.forms import actions
from services.forms.definition.questions import Form
from services.forms.definition.standard_steps import PERSON, before
from services.forms.form_versions.routing import service_of
from services.forms.messages.notifications import told_by, written
from services.forms.messages.registry import NOTIFICATIONS
from services.forms.models import AuditEntry, Submission
from services.forms.privacy import erasure
from services.forms.rules.workflow import State
from services.forms.slips.control_sheet import control_slip
from services.forms.slips.paper import slip_pdf
from services.models import RequiredDocument
from tests.builders import make_department
from tests.builders_slips import PAPERS, extend, filed, missing, named_officer, perform, slips_of, words_of
from tests.builders_submissions import FORM, PAPER, make_file, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

PHONE, STREET, WARD = "0912345678", "Số 5 ngõ 12 đường Hàm Nghi", "Phường Hạc Thành"
ADDRESS = {"province": "38", "ward": WARD, "street": STREET}
REPRESENTATIVE = {
    "on_behalf": "other",
    "representative_name": "Lê Văn Nộp Thay",
    "representative_phone": "0987654321",
}
FEE = {"kind": "phi", "name": "Phí thẩm định", "status": "amount", "amount": 150_000}
BLANK = "………………………………………"
NO_PHONE = "Điện thoại: …………………………"


def standard_form(document=""):
    with translation.override("vi"):
        steps = before((PERSON,))
    papers = FORM.step("papers")
    first, *others = papers.questions
    return Form((*steps, replace(papers, questions=(replace(first, document=document), *others))))


def reachable(row, *, document="", **answers):
    """The dossier of somebody who says where she lives and how she is called."""
    told = {"full_name": "Nguyễn Thị Hoa", "on_behalf": "own", "phone": PHONE, "address": ADDRESS, **answers}
    version = make_version(service_of(row.service_key), standard_form(document))
    Submission.objects.filter(pk=row.pk).update(answers=told, version=version)
    return Submission.objects.get(pk=row.pk)


def receipt_of(row):
    return slips_of(perform(row, "accept", named_officer()))[0]


def test_every_slip_says_where_the_applicant_is_reached_and_whom_to_ask(travel):
    travel("2026-11-20T09:00")
    department = make_department("Sở Xây dựng", unit_code="H56.17", address="36 Lê Lợi", phone="02373123456")
    row = reachable(filed(department=department))
    refused = perform(reachable(filed(department=department)), "refuse", reason="Không đúng thẩm quyền")
    row = extend(perform(row, "accept"))
    row = perform(row, "ask_for_papers", detail=PAPERS, reason="Phát hiện khi thẩm định")
    row = perform(row, "stop", reason="Không bổ sung giấy tờ")
    slips = {slip.kind: slip for slip in (*slips_of(row), *slips_of(refused))}
    assert sorted(slips) == ["01", "02", "03", "04", "05"]
    for slip in slips.values():
        told = (f"Địa chỉ {STREET}, {WARD}", f"Số điện thoại {PHONE}", "Điện thoại: 02373123456", "36 Lê Lợi")
        assert missing(slip, *told) == [], slip.kind
    for kind in ("03", "05"):
        assert missing(slips[kind], "Nếu không đồng ý") == []
    assert missing(slips["02"], "NGƯỜI HƯỚNG DẪN") == []


def test_the_control_slip_tells_every_stage_with_its_office_and_the_extension_with_both_days(travel):
    travel("2026-11-20T09:00")
    row, officer = reachable(filed()), named_officer()
    travel("2026-11-20T10:00")
    row = perform(row, "accept", officer)
    row = actions.forward(submission=row, by=officer, revision=row.revision)
    travel("2026-11-20T14:00")
    row = actions.receive(submission=row, by=officer, revision=row.revision)
    row = extend(row, officer)
    pdf = control_slip(row, by=officer)
    handed_on = (
        "Đã chuyển cơ quan có thẩm quyền Sở Xây dựng Trần Thị Bưởi Sở Xây dựng 20/11/2026 10:00 20/11/2026 14:00"
    )
    stages = ("Hồ sơ đầy đủ từ 20/11/2026 10:00", handed_on, "Cơ quan có thẩm quyền đã nhận Sở Xây dựng")
    days = ("Ngày hẹn trước: 27/11/2026 17:00", "Ngày hẹn mới: 02/12/2026 17:00")
    assert missing(pdf, *stages, *days, "Lý do: Phải lấy ý kiến cơ quan khác", f"Số điện thoại {PHONE}") == []


def test_a_receipt_with_everything_known_is_one_page(travel):
    travel("2026-11-20T18:00")
    department = make_department("Sở Xây dựng", unit_code="H56.17", address="36 Lê Lợi", phone="02373123456")
    slip = receipt_of(reachable(filed(department=department, fees=[FEE])))
    assert len(PdfReader(io.BytesIO(slip_pdf(slip))).pages) == 1


def test_who_files_for_somebody_else_is_reached_too():
    slip = receipt_of(reachable(filed(), **REPRESENTATIVE))
    assert missing(slip, "Số điện thoại người nộp thay 0987654321", f"Số điện thoại {PHONE}") == []


def test_what_nobody_knows_is_a_line_to_write_on():
    """The form of these tests asks for no address, the department has no telephone, the service no fee."""
    row = perform(filed(), "accept")
    receipt = slips_of(row)[0]
    unknown = ("Địa chỉ", "Số điện thoại", "Phí, lệ phí")
    assert missing(receipt, *(f"{name} {BLANK}" for name in unknown), NO_PHONE) == []
    request = slips_of(perform(row, "ask_for_papers", detail=PAPERS, reason="Cần thêm"))[1]
    assert BLANK not in words_of(request)


def test_the_receipt_counts_what_the_service_asks_for_and_leaves_what_came_on_paper_blank():
    row = filed(documents=[{"name": "Tờ khai", "originals": 1, "copies": 2}])
    document = RequiredDocument.objects.get(page__translation_key=row.service_key)
    slip = receipt_of(reachable(row, document=str(document.translation_key)))
    assert slip.payload["table"]["head"][3:] == [
        "Số lượng theo quy định",
        "Bản chính",
        "Bản sao chứng thực",
        "Bản sao",
    ]
    assert slip.payload["table"]["rows"] == [["1", "Tờ khai", "1", "1 bản chính, 2 bản sao", "", "", ""]]


def test_a_paper_whose_numbers_are_not_published_has_none_on_the_slip():
    row = filed(documents=[{"name": "Tờ khai"}])
    document = RequiredDocument.objects.get(page__translation_key=row.service_key)
    slip = receipt_of(reachable(row, document=str(document.translation_key)))
    assert slip.payload["table"]["rows"][0][3] == ""


@pytest.mark.parametrize(
    ("fees", "told"),
    [
        ([FEE], "150.000 đồng"),
        ([{"kind": "phi", "name": "Phí thẩm định", "status": "free"}], "Miễn phí"),
        ([{**FEE, "unit": "bản"}], "150.000 đồng"),
        ([{**FEE, "exemption": "Hộ nghèo"}], BLANK),
        ([FEE, {**FEE, "name": "Lệ phí cấp phép", "kind": "le_phi"}], BLANK),
        ([{**FEE, "status": "see_note", "amount": None, "note": "Theo biểu"}], BLANK),
        ([{**FEE, "case": "Cấp mới"}, {**FEE, "case": "Cấp lại", "amount": 90_000}], BLANK),
        ([{**FEE, "channel": "in_person"}], BLANK),
        ([], BLANK),
    ],
)
def test_the_fee_stands_on_the_receipt_only_where_it_is_certain(fees, told):
    row = filed(fees=[FEE])
    told_at_filing = [{**row.fees[0], **fee} for fee in fees]  # a service with two such fees is not published any more
    Submission.objects.filter(pk=row.pk).update(fees=told_at_filing)
    slip = receipt_of(Submission.objects.get(pk=row.pk))
    assert missing(slip, f"Phí, lệ phí {told}") == []


def test_the_fee_is_that_of_the_applicants_case():
    fees = [{**FEE, "case": "Cấp mới"}, {**FEE, "case": "Cấp lại", "amount": 90_000}]
    slip = receipt_of(reachable(filed(fees=fees), case="cap-lai"))
    assert missing(slip, "Phí, lệ phí 90.000 đồng") == []


def test_what_the_agency_asked_for_goes_before_the_table_of_fees():
    row = perform(filed(fees=[FEE]), "ask_for_payment", detail={"amount": 120_000})
    row = perform(row, "pay", detail={"amount": 120_000, "receipt": "0000123"})
    assert missing(slips_of(row)[0], "Phí, lệ phí 120.000 đồng") == []


def test_the_page_that_checks_a_slip_says_nothing_about_where_somebody_is_reached():
    cache.clear()
    slip = receipt_of(reachable(filed(), **REPRESENTATIVE))
    for language in ("vi", "en"):
        with translation.override(language):
            said = Client().get(reverse("slip_check", args=[slip.token])).content.decode()
        for secret in (PHONE, STREET, WARD, "0987654321", "Nộp Thay"):
            assert secret not in said


def test_letters_audit_and_logs_do_not_say_where_somebody_is_reached(caplog):
    caplog.set_level(logging.DEBUG)
    row = reachable(filed(), **REPRESENTATIVE)
    row = extend(perform(row, "accept"))
    row = perform(row, "ask_for_papers", detail=PAPERS, reason="Cần thêm")
    row = perform(row, "stop", reason="Không bổ sung giấy tờ")
    letters = [
        written(row, NOTIFICATIONS[event.move].letter, told_by(event))[1]
        for event in row.events.all()
        if event.move in NOTIFICATIONS
    ]
    assert len(letters) >= 5
    audit = json.dumps(list(AuditEntry.objects.values_list("detail", flat=True)), ensure_ascii=False)
    for secret in (PHONE, STREET, "0987654321"):
        assert not [text for text in (*letters, audit, caplog.text) if secret in text]


def test_erasing_a_person_takes_it_out_of_the_slips(settings):
    settings.ERASURE_OF_ENDED = "anonymise"
    row = perform(reachable(filed()), "refuse", reason="Không đúng thẩm quyền")
    (slip,) = slips_of(row)
    assert PHONE in json.dumps(slip.payload)
    erasure.erase_person(row.owner, by=None)
    slip.refresh_from_db()
    assert slip.payload == {}


def test_papers_handed_in_later_stand_on_the_new_receipt_with_their_counts(travel):
    travel("2026-11-20T09:00")
    row = filed(documents=[{"name": "Tờ khai", "originals": 1}])
    document = RequiredDocument.objects.get(page__translation_key=row.service_key)
    row = perform(reachable(row, document=str(document.translation_key)), "accept")
    row = perform(row, "ask_for_papers", detail={"papers": [{"question": PAPER, "reason": "Ảnh bị mờ, khó đọc"}]})
    make_file(row)
    row = actions.hand_in(submission=row, by=row.owner, revision=row.revision)
    assert row.state == State.IN_PROGRESS
    assert slips_of(row)[-1].payload["table"]["rows"][0][2:4] == ["2", "1 bản chính"]
