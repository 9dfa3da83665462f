"""No cell of an exported list can calculate."""

import io
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from core.spreadsheets import as_text, csv_pieces, workbook_pieces


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫"])
def test_a_text_that_looks_like_a_formula_stays_text(sign):
    assert as_text(f"{sign}1+1") == f"'{sign}1+1"


@pytest.mark.parametrize("value", ["Ý kiến", "1=1", " =1", "", None, True, 5, -5, date(2026, 11, 22)])
def test_everything_else_stays_as_it_is(value):
    assert as_text(value) is value


def test_signs_that_a_workbook_cannot_hold_are_dropped_before_the_first_is_judged():
    assert as_text("\x00=1") == "'=1"
    assert as_text("một\x0bhai\nba") == "mộthai\nba"


@pytest.mark.parametrize("sign", ["\uffff", "\ufffe", "\ud800", "\x1f"])
def test_a_sign_no_workbook_can_hold_is_left_out(sign):
    assert as_text(f"Nguyễn{sign} Hoa") == "Nguyễn Hoa"


clock = datetime.fromisoformat
"""A moment as a workbook has it, without a zone."""
HERE = ZoneInfo("Asia/Ho_Chi_Minh")
MOMENTS = [
    (datetime(2026, 11, 30, 17, 30, tzinfo=UTC), clock("2026-12-01T00:30"), "01/12/2026 00:30"),
    (datetime(2026, 12, 1, 0, 30, tzinfo=HERE), clock("2026-12-01T00:30"), "01/12/2026 00:30"),
    (clock("2024-02-29T16:40"), clock("2024-02-29T16:40"), "29/02/2024 16:40"),
    (date(2026, 12, 1), clock("2026-12-01T00:00"), "01/12/2026"),
]


def of_workbook(*line):
    data = b"".join(workbook_pieces([line], "Danh sách"))
    return list(load_workbook(io.BytesIO(data)).active[1])


@pytest.mark.parametrize(("value", "kept", "text"), MOMENTS)
def test_a_moment_is_a_moment_in_a_workbook_and_local_time_everywhere(value, kept, text):
    (cell,) = of_workbook(value)
    assert (cell.data_type, cell.value) == ("d", kept)
    assert cell.number_format == ("dd/mm/yyyy hh:mm" if isinstance(value, datetime) else "dd/mm/yyyy")
    assert b"".join(csv_pieces([[value]])).decode("utf-8-sig") == f"{text}\r\n"


def test_days_sort_as_days():
    days = [date(2026, 12, 1), date(2026, 11, 30), date(2025, 12, 31)]
    assert sorted(cell.value for cell in of_workbook(*days)) == [
        clock("2025-12-31T00:00"),
        clock("2026-11-30T00:00"),
        clock("2026-12-01T00:00"),
    ]


@pytest.mark.parametrize("number", [0, 1250000, 87.5, -3])
def test_a_number_is_a_number(number):
    (cell,) = of_workbook(number)
    assert (cell.data_type, cell.value) == ("n", number)


@pytest.mark.parametrize(
    "text", ["0912345678", "+84912345678", "H56.21-261122-0001", "2026-12-01", "01/12/2026", "1e5", "=1+1"]
)
def test_a_text_stays_one_whatever_it_looks_like(text):
    (cell,) = of_workbook(text)
    assert cell.data_type == "s"
    assert cell.value.removeprefix("'") == text


def test_what_is_unknown_is_empty():
    assert of_workbook("a", None, "b")[1].value is None
    assert b"".join(csv_pieces([["a", None, "b"]])).decode("utf-8-sig") == "a,,b\r\n"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("value", ["=1+1", "＝1+1", ["@SUM(1)", "b"], "-2"])
def test_no_list_of_the_admin_lets_a_formula_through(form, value):
    assert SpreadsheetExportMixin().preprocess_field_value("title", value, form).startswith("'")


@pytest.mark.parametrize("value", [5, None, date(2026, 12, 1), True])
def test_what_is_no_text_stays_so_in_the_lists_of_the_admin(value):
    assert SpreadsheetExportMixin().preprocess_field_value("title", value, "xlsx") is value
