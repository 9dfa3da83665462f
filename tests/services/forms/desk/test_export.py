"""Lists to take along: whole, readable, and unable to calculate."""

import csv
import io
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook

from services.forms.models import Submission
from tests.builders_submissions import make_submission

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', "=cmd|'/c calc'!A0"]
HEAD = 10


def of_csv(answer):
    data = b"".join(answer.streaming_content)
    assert data.startswith("\ufeff".encode())
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def of_workbook(answer):
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    return book.active


def name(dossier, text):
    Submission.objects.filter(pk=dossier.pk).update(answers={**dossier.answers, "full_name": text})


def test_every_dossier_of_the_queue_is_a_row(province, worker):
    second = make_submission(service=province.building.service)
    rows = of_csv(worker.export())
    assert len(rows[0]) == HEAD
    assert [row[0] for row in rows[1:]] == [province.building.dossier.code, second.code]
    assert rows[1][3] == "Nguyễn Thị Hoa"
    assert [cell.value for cell in of_workbook(worker.export("xlsx"))["A"]][1:] == [row[0] for row in rows[1:]]


def test_filters_of_the_page_hold_for_the_list(province, worker):
    make_submission(service=province.building.service)
    rows = of_csv(worker.export(q=province.building.dossier.code))
    assert [row[0] for row in rows[1:]] == [province.building.dossier.code]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_calculates(province, worker, formula):
    name(province.building.dossier, formula)
    for cell in of_csv(worker.export())[1]:
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    cells = next(iter(of_workbook(worker.export("xlsx")).iter_rows(min_row=2)))
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "d", "n"}, "a formula would be of type f"
    assert cells[3].value == of_csv(worker.export())[1][3]


def test_what_no_workbook_can_hold_is_left_out(province, worker):
    name(province.building.dossier, "Hoa\x0b\x1f Nguyễn")
    assert of_workbook(worker.export("xlsx"))["D2"].value == "Hoa Nguyễn"


def test_no_telephone_number_is_in_the_list(province, worker):
    dossier = province.building.dossier
    Submission.objects.filter(pk=dossier.pk).update(answers={**dossier.answers, "phone": "0912345678"})
    assert "0912345678" not in str(of_csv(worker.export()))


@pytest.mark.parametrize(("kind", "queue"), [("pdf", "new"), ("csv", "x"), ("xlsx", "")])
def test_another_list_does_not_exist(worker, kind, queue):
    assert worker.export(kind, queue=queue).status_code == 404


@pytest.mark.once  # counts statements, which are the same anywhere
def test_many_rows_cost_no_more_questions_than_few(province, worker, django_assert_max_num_queries):
    for _number in range(3):
        make_submission(service=province.building.service)
    with django_assert_max_num_queries(12):
        list(worker.export().streaming_content)


def test_a_name_with_a_sign_no_workbook_can_hold_keeps_no_list_from_being_made(province, worker):
    name(province.building.dossier, "Hoa\uffff")
    assert of_workbook(worker.export("xlsx"))["D2"].value == "Hoa"


def test_moments_of_the_workbook_are_moments_that_can_be_sorted(province, worker):
    dossier = province.building.dossier
    noon, midnight = datetime(2026, 12, 1, 5, 0, tzinfo=UTC), datetime(2026, 11, 30, 17, 30, tzinfo=UTC)
    Submission.objects.filter(pk=dossier.pk).update(filed_at=noon, due_at=midnight)
    row = next(iter(of_workbook(worker.export("xlsx")).iter_rows(min_row=2)))
    filed, accepted, due, _ended = row[5:9]
    assert (filed.value, due.value) == (
        datetime.fromisoformat("2026-12-01T12:00"),
        datetime.fromisoformat("2026-12-01T00:30"),
    )
    assert {cell.number_format for cell in (filed, due)} == {"dd/mm/yyyy hh:mm"}
    assert accepted.value is None
    assert of_csv(worker.export())[1][5:9] == ["01/12/2026 12:00", "", "01/12/2026 00:30", ""]


def test_codes_stay_texts(province, worker):
    assert of_workbook(worker.export("xlsx"))["A2"].data_type in ("s", "inlineStr")
