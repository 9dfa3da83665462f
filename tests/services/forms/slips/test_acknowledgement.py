"""The acknowledgement as PDF: small, searchable, never broken by what somebody typed."""

import io
import unicodedata
from dataclasses import replace

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from services.forms.answering.display import displayed_answers
from services.forms.answering.validation import validate
from services.forms.definition.glyphs import printable
from services.forms.slips.acknowledgement import Acknowledgement, Section, acknowledgement_pdf
from tests.services.forms.strategies import forms, right_answers

pytestmark = pytest.mark.walk

KILOBYTE = 1024
NAME = "Nguyễn Thị Thuỳ Dương – Đỗ Ngọc Phượng, ấp Ỷ Lan, huyện Ứng Hoà"
SHEET = Acknowledgement(
    portal="Cổng Dịch vụ công Thanh Hóa",
    code="MINHHOA-261122-0001",
    tracking_code="K7QM3XWP",
    filed_at="22/11/2026 14:05",
    service="Cấp giấy phép xây dựng mới",
    agency="Sở Xây dựng",
    filed_by=NAME,
    fees=["Lệ phí: 150.000 đồng"],
    place=["Sở Xây dựng", "36 Lê Lợi", "Điện thoại: 0237 3852 246"],
    sections=[Section("Chủ hồ sơ", [("Họ và tên", [NAME]), ("Ghi chú", [])])],
    link="https://dichvucong.example/tra-cuu/?ho-so=abc",
    tracking_page="https://dichvucong.example/tra-cuu/",
    language="vi",
    is_demonstration=False,
)


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_every_word_of_the_sheet_can_be_searched():
    text = one_line(text_of(acknowledgement_pdf(SHEET)))
    for words in (SHEET.code, SHEET.tracking_code, SHEET.service, SHEET.agency, NAME, "Lệ phí: 150.000 đồng"):
        assert words in text
    assert text == unicodedata.normalize("NFC", text)


def test_sheet_names_its_language_and_title():
    reader = PdfReader(io.BytesIO(acknowledgement_pdf(SHEET)))
    assert SHEET.code in reader.metadata.title
    assert reader.trailer["/Root"]["/Lang"] == "vi"


def test_long_dossier_stays_small_and_complete():
    rows = [(f"Giấy tờ số {number}: bản sao có chứng thực", [f"tệp-{number}.pdf"] * 3) for number in range(120)]
    pdf = acknowledgement_pdf(replace(SHEET, sections=[Section("Giấy tờ", rows)]))
    text = one_line(text_of(pdf))
    assert len(pdf) <= 60 * KILOBYTE
    assert all(f"Giấy tờ số {number}:" in text and f"tệp-{number}.pdf" in text for number in range(120))
    assert len(PdfReader(io.BytesIO(pdf)).pages) > 3


def test_answer_longer_than_a_page_loses_nothing():
    words = [f"từ{number}" for number in range(2500)]
    text = text_of(acknowledgement_pdf(replace(SHEET, sections=[Section("Nội dung", [("Lý do", [" ".join(words)])])])))
    assert [word for word in words if word not in text.split()] == []


@pytest.mark.parametrize("typed", ["漢字", "🙂", "\x01", "ا", "\ufffd"])
def test_letter_the_fonts_lack_is_marked_and_breaks_nothing(typed, caplog):
    assert "\ufffd" in printable(typed)
    assert "Họ và tên" in text_of(
        acknowledgement_pdf(replace(SHEET, sections=[Section("Chủ hồ sơ", [("Họ và tên", [typed])])]))
    )
    assert "missing" not in caplog.text


def test_sheet_of_the_demonstration_says_so_on_every_page():
    rows = [(f"Giấy tờ {number}", ["có"]) for number in range(80)]
    pdf = acknowledgement_pdf(replace(SHEET, is_demonstration=True, sections=[Section("Giấy tờ", rows)]))
    pages = PdfReader(io.BytesIO(pdf)).pages
    assert len(pages) > 1
    assert all("BẢN MINH HỌA" in page.extract_text() for page in pages)


def test_sheet_is_the_same_in_english():
    with translation.override("en"):
        text = text_of(acknowledgement_pdf(replace(SHEET, language="en")))
    assert "What happens next" in text
    assert "Acknowledgement of an online filing" in text


@settings(
    max_examples=40,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
@given(data=st.data())
def test_whatever_was_filled_in_stands_in_the_text_of_the_sheet(data):
    form = data.draw(forms())
    checked = validate(form, data.draw(right_answers(form)), complete=False)
    steps = displayed_answers(form, checked.answers)
    sections = [Section(step.heading, [(row.label, row.lines) for row in step.rows]) for step in steps]
    text = without_blanks(text_of(acknowledgement_pdf(replace(SHEET, sections=sections))))
    lines = [line for step in steps for row in step.rows for line in (row.label, *row.lines)]
    assert [line for line in lines if without_blanks(printable(line)) not in text] == []


def without_blanks(text: str) -> str:
    """Lines are broken where the sheet ends, also inside long words."""
    return "".join(text.split())
