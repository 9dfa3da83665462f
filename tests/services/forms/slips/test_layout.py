"""Sheets with the longest real names: nothing lies over anything else, nothing leaves the page, no word is lost."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from services.forms.models import Submission
from services.forms.slips import register
from services.forms.slips.acknowledgement import Section
from services.forms.slips.acknowledgement import acknowledgement_pdf as acknowledged
from services.forms.slips.control_sheet import control_slip
from services.forms.slips.grid import grid
from services.forms.slips.paper import slip_pdf
from services.forms.slips.sheet import GAP, LABEL_WIDTH, MARGIN, Sheet
from tests.builders_long_names import (
    AGENCY,
    LINES,
    NAMES,
    PAPERS,
    REASON,
    TITLE,
    UNBROKEN,
    filed_with_long_names,
)
from tests.builders_slips import extend, perform, slips_of
from tests.builders_submissions import make_citizen, make_officer
from tests.pdf_boxes import column, outside, overlapping, pages_of, squeezed, texts_of
from tests.services.forms.slips.test_acknowledgement import SHEET

pytestmark = [pytest.mark.once, pytest.mark.walk]

FOOT = 10.0
"""Millimetres from the edge to the line at the foot."""
VALUES = MARGIN + LABEL_WIDTH + GAP
COLUMNS = {"label": (MARGIN, LABEL_WIDTH), "value": (VALUES, 200.0), "whole": (MARGIN, 200.0)}
QUICK = settings(
    max_examples=12,
    database=None,
    derandomize=True,
    phases=[Phase.generate],  # to shrink texts of thousands of letters takes minutes
    suppress_health_check=[HealthCheck.too_slow],
)
AWKWARD = {"real": PAPERS[0], "unbroken": UNBROKEN, "in lines": LINES}


def flaws(pdf):
    return overlapping(texts_of(pdf)) + outside(pdf, sides=MARGIN, top=MARGIN, bottom=FOOT)


def body(pdf):
    """The texts above the foot of the page."""
    return [text for text in texts_of(pdf) if text.bottom < pages_of(pdf)[text.page].height - MARGIN - 3]


def lost(pdf, *texts):
    """Those of the texts that stand in none of the columns of rows, from one page to the next, as they went in."""
    said = [column(body(pdf), *place) for place in COLUMNS.values()]
    return [text[:60] for text in texts if not any(squeezed(text) in column for column in said)]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", AWKWARD.values(), ids=AWKWARD)
@pytest.mark.parametrize("before", [0, 18, 21])
def test_a_paper_that_crosses_the_page_lies_over_nothing(name, before, language):
    short = [(f"Giấy tờ số {number}", ["to-khai.pdf"]) for number in range(before)]
    rows = [*short, (name, ["trang-1.jpg", "trang-2.jpg"]), ("Giấy tờ sau cùng", ["sau.pdf"])]
    with translation.override(language):
        pdf = acknowledged(replace(SHEET, language=language, sections=[Section("Giấy tờ", rows)]))
    assert flaws(pdf) == []
    assert lost(pdf, name, "trang-1.jpgtrang-2.jpg", "Giấy tờ sau cùng", "sau.pdf") == []


def test_names_that_are_long_everywhere_do_not_meet_the_code_to_be_scanned():
    sheet = replace(
        SHEET,
        portal=AGENCY[:110],
        code="H56-17-08-261122-" + "0" * 23,
        service=TITLE,
        agency=AGENCY,
        fees=[NAMES["fee"]] * 30,
    )
    pdf = acknowledged(sheet)
    assert flaws(pdf) == []
    assert lost(pdf, AGENCY, TITLE, NAMES["fee"] * 30) == []
    aside = pages_of(pdf)[0].width - MARGIN - 34
    caption = next(text for text in texts_of(pdf) if text.text.startswith("Quét"))
    assert [text.text for text in texts_of(pdf)[1:8] if text.right > aside and text.top < caption.bottom] == [
        caption.text
    ]


@pytest.mark.django_db
def test_a_citizen_gets_her_sixty_papers_readable_in_both_languages(client):
    owner = make_citizen()
    filed = filed_with_long_names(owner=owner, language="en")
    client.force_login(owner)
    for language in ("vi", "en"):
        with translation.override(language):
            answer = client.get(reverse("submission_receipt_pdf", args=[filed.pk]))
        assert answer.status_code == 200
        pdf = b"".join(answer) if answer.streaming else answer.content
        assert flaws(pdf) == []
        assert lost(pdf, *PAPERS[:60], AGENCY) == []


def slip_of(kind):
    """The dossier with the longest names, moved until that slip was issued."""
    row = filed_with_long_names(PAPERS[:5])
    row = perform(row, "refuse", reason=REASON) if kind == "03" else perform(row, "accept")
    if kind == "02":
        asked = [
            {"name": name[:300], "reason": reason} for name, reason in zip(PAPERS[3:], AWKWARD.values(), strict=False)
        ]
        row = perform(row, "ask_for_papers", detail={"papers": asked}, reason=REASON)
    if kind == "04":
        row = extend(row)
    if kind == "05":
        row = perform(row, "stop", reason=REASON)
    return row, next(slip for slip in slips_of(row) if slip.kind == kind)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["01", "02", "03", "04", "05"])
def test_a_slip_with_the_longest_names_lies_over_nothing_and_says_everything(kind, settings):
    settings.DEMO = True
    _row, slip = slip_of(kind)
    slip.issued_by = AGENCY
    for rows in slip.payload["rows"]:
        rows[1] = [UNBROKEN] if rows[0] == "Chủ hồ sơ" else rows[1]
    pdf = slip_pdf(slip)
    assert flaws(pdf) == []
    assert lost(pdf, TITLE, UNBROKEN) == []
    table = slip.payload["table"] or {"rows": []}
    cells = [cell for row in table["rows"] for cell in row]
    whole = squeezed("".join(text.text for text in texts_of(pdf)))
    assert [cell for cell in cells if len(cell) < 60 and squeezed(cell) not in whole] == []
    if slip.kind in ("03", "05"):
        assert lost(pdf, REASON) == []


@pytest.mark.django_db
def test_the_control_slip_with_the_longest_names_lies_over_nothing():
    officer = make_officer(AGENCY.replace(" ", ".")[:60])
    officer.first_name, officer.last_name = "Nguyễn Thị Thuỳ Dương" * 5, AGENCY[:120]
    officer.save()
    row = filed_with_long_names(PAPERS[:1])
    for name in ("accept", "begin"):
        row = perform(row, name, officer)
    for _turn in range(12):
        row = perform(row, "ask_for_payment", officer, detail={"amount": 1})
        row = perform(row, "pay", officer, detail={"amount": 1, "receipt": "1"})
    pdf = control_slip(row, by=officer)
    assert len(pages_of(pdf)) > 1
    assert flaws(pdf) == []
    assert lost(pdf, TITLE) == []


@pytest.mark.django_db
def test_the_register_with_the_longest_names_lies_over_nothing():
    filed_with_long_names(PAPERS[:1])
    (row,) = register.register_rows(Submission.objects.all())
    lines = [[str(number), *row[1:]] for number in (*range(1, 12), 1000)]
    lines[5][3] = UNBROKEN
    period = register.Period(date(2026, 1, 1), date(2026, 12, 31))
    pdf = register.register_pdf(lines, agency=AGENCY, period=period, count=len(lines))
    assert flaws(pdf) == []
    heads = [text.page for text in texts_of(pdf) if text.text == "STT"]
    assert heads == list(range(len(pages_of(pdf))))


WORD = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyắằẳẵặẤẦẨẪẬƯỬ.,-", min_size=1, max_size=40)
LENGTHS = st.integers(0, 1_500)
BLANK = st.sampled_from([" ", "\n", "", "\u00a0"])


@st.composite
def texts(draw):
    """A text of a given length, in words between blanks of one kind."""
    words, blank = draw(st.lists(WORD, min_size=1, max_size=6)), draw(BLANK)
    piece = blank.join(words) + (blank or "x")
    return (piece * (draw(LENGTHS) // len(piece) + 1)).strip()


def blank_sheet():
    return Sheet(title="Thử", language="vi", footer="Thử")


@QUICK
@given(st.integers(0, 45), texts(), texts())
def test_a_row_of_any_length_anywhere_on_the_page_is_whole(before, name, value):
    sheet = blank_sheet()
    for _number in range(before):
        sheet.paragraph("trước")
    sheet.section("Mục")
    sheet.row(name, [value])
    sheet.row("sau", ["cùng"])
    pdf = bytes(sheet.output())
    assert flaws(pdf) == []
    assert lost(pdf, name, value, "sau", "cùng") == []
    written = body(pdf)
    heading = next(number for number, text in enumerate(written) if text.text == "Mục")
    assert written[heading + 1].page == written[heading].page


@QUICK
@given(st.integers(0, 45), st.lists(st.tuples(texts(), texts()), min_size=1, max_size=3))
def test_a_table_with_cells_of_any_length_is_whole(before, rows):
    sheet = blank_sheet()
    for _number in range(before):
        sheet.paragraph("trước")
    grid(sheet, ["Tên", "Lý do"], (1, 1), rows)
    pdf = bytes(sheet.output())
    assert flaws(pdf) == []
    middle = pages_of(pdf)[0].width / 2
    written = [text for text in body(pdf) if text.text not in ("Tên", "Lý do")]
    for number, (left, width) in enumerate([(MARGIN, middle - MARGIN), (middle, middle - MARGIN)]):
        said = column(written, left, width)
        assert [row[number][:60] for row in rows if squeezed(row[number]) not in said] == []


def test_a_cell_is_read_from_its_first_to_its_last_line_before_the_next_one():
    sheet = blank_sheet()
    grid(sheet, ["Ngày", "Tên"], (1, 8), [("27/11/2026 17:00", "Nguyễn Thị Hoa " * 20)], 20)
    sheet.row("Một nhãn dài đến mức phải xuống dòng trong cột của nó", ["một", "hai", "ba"])
    said = squeezed("".join(text.text for text in body(bytes(sheet.output()))))
    assert "27/11/202617:00" in said
    assert "Mộtnhãndàiđếnmứcphảixuốngdòngtrongcộtcủanómộthaiba" in said
