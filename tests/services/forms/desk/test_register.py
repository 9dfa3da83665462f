"""The register of an agency for a period: whole, in order, bounded, and of one's own agency alone."""

import csv
import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader

from services.forms.desk import register
from services.forms.models import AuditEntry, Submission
from tests.builders_accounts import just_confirmed
from tests.builders_slips import filed, missing, perform, text_of
from tests.builders_submissions import make_submission
from tests.services.forms.desk.conftest import Worker

HEAD = ["STT", "Mã hồ sơ", "Thủ tục", "Chủ hồ sơ", "Cơ quan giải quyết", "Tiếp nhận", "Hẹn trả", "Có kết quả",
        "Trả kết quả", "Cách nhận", "Trạng thái"]  # fmt: skip


def ask(worker, office, kind="csv", **asked):
    asked = {"agency": str(office.department.translation_key), "since": "2026-11-01", "until": "2026-11-30"} | asked
    worker.client.force_login(worker.user)  # a log-in of another day has run out
    just_confirmed(worker.client, worker.user)
    return worker.client.get(reverse("desk_register"), {**asked, "kind": kind})


def lines_of(answer):
    assert answer.status_code == 200
    data = b"".join(answer.streaming_content)
    assert data.startswith("\ufeff".encode())
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def body(answer):
    """A file, as a whole."""
    return answer.getvalue()


@pytest.fixture
def handed_over(province, travel):
    """Accepted on a Friday, decided on Monday, handed over on Tuesday."""
    travel("2026-11-20T09:00")
    row = perform(filed(department=province.building.department), "accept")
    travel("2026-11-23T10:00")
    row = perform(perform(row, "begin"), "resolve", detail={"outcome": "granted"})
    travel("2026-11-24T08:30")
    return perform(row, "hand_over")


def test_a_row_tells_all_dates_of_a_dossier(office, worker, handed_over):
    rows = lines_of(ask(worker, office))
    assert rows[0] == HEAD
    assert rows[1:] == [
        [
            *("1", handed_over.code, "Cấp giấy phép xây dựng", "Nguyễn Thị Hoa", "Sở Xây dựng", "20/11/2026 09:00"),
            *("27/11/2026 17:00", "23/11/2026 10:00", "24/11/2026 08:30", "", "Đã trả kết quả"),
        ]
    ]


def test_it_is_in_the_order_of_acceptance_and_numbered(office, worker, travel):
    travel("2026-11-20T09:00")
    first, second = filed(department=office.department), filed(department=office.department)
    travel("2026-11-20T10:00")
    perform(second, "accept")
    travel("2026-11-20T11:00")
    perform(first, "accept")
    assert [row[:2] for row in lines_of(ask(worker, office))[1:]] == [["1", second.code], ["2", first.code]]


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [("2026-11-20", "2026-11-20", 1), ("2026-11-01", "2026-11-19", 0), ("2026-11-21", "2026-11-30", 0)],
)
def test_the_first_and_the_last_day_belong_to_the_period(office, worker, travel, since, until, count):
    travel("2026-11-20T06:30")  # the day before by the clock of Greenwich
    perform(filed(department=office.department), "accept")
    assert len(lines_of(ask(worker, office, since=since, until=until))) == 1 + count


def test_what_was_not_accepted_is_not_in_it(office, worker, travel):
    travel("2026-11-20T09:00")
    filed(department=office.department)
    perform(filed(department=office.department), "refuse", reason="Không đúng thẩm quyền")
    assert lines_of(ask(worker, office)) == [HEAD]


def test_the_same_list_is_a_workbook(office, worker, handed_over):
    book = load_workbook(io.BytesIO(body(ask(worker, office, "xlsx"))))
    assert [cell.value for cell in book.active["B"]] == ["Mã hồ sơ", handed_over.code]


def test_the_pdf_lies_on_its_side_and_says_the_period(office, worker, handed_over):
    pdf = body(ask(worker, office, "pdf"))
    box = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    assert box.width > box.height
    told = ("SỔ THEO DÕI HỒ SƠ", "Hồ sơ tiếp nhận từ ngày 01/11/2026 đến ngày 30/11/2026", "Tổng số: 1 hồ sơ")
    assert missing(pdf, *told, "SỞ XÂY DỰNG", handed_over.code, "27/11/2026 17:00", "Đã trả kết quả") == []


def test_the_head_of_the_table_stands_on_every_page(office, worker, travel):
    travel("2026-11-20T09:00")
    rows = [perform(filed(department=office.department), "accept") for _number in range(16)]
    pdf = body(ask(worker, office, "pdf"))
    pages = PdfReader(io.BytesIO(pdf)).pages
    assert len(pages) == 2
    assert all("Mã hồ sơ" in page.extract_text() for page in pages)
    assert missing(pdf, *(row.code for row in rows)) == []


def test_an_empty_period_says_that_there_is_nothing(office, worker):
    pdf = body(ask(worker, office, "pdf", since="2020-01-01", until="2020-01-31"))
    assert missing(pdf, "Tổng số: 0 hồ sơ") == []
    assert "Mã hồ sơ" not in text_of(pdf)


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"since": "2026-12-01"}, None),
        ({"since": "2025-11-29"}, None),
        ({"since": "x"}, "since"),
        ({"until": ""}, "until"),
        ({"agency": "x"}, "agency"),
    ],
)
def test_a_period_that_cannot_be_is_said_with_what_was_chosen(office, worker, asked, field):
    answer = ask(worker, office, **asked)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/html")
    form = answer.context["form"]
    assert list(form.errors) == [field or "__all__"]
    assert form["until"].value() == asked.get("until", "2026-11-30")
    assert not AuditEntry.objects.filter(action="register.export").exists()


def test_a_whole_year_may_be_asked_for(office, worker):
    assert lines_of(ask(worker, office, since="2028-01-01", until="2028-12-31")) == [HEAD]


def test_too_long_a_list_is_refused_with_a_way_out(office, worker, handed_over, monkeypatch):
    monkeypatch.setitem(register.MOST_ROWS, "pdf", 0)
    answer = ask(worker, office, "pdf")
    assert answer.headers["Content-Type"].startswith("text/html")
    assert len(answer.context["form"].non_field_errors()) == 1
    assert len(lines_of(ask(worker, office, "csv"))) == 2


def test_another_departments_register_does_not_exist(province, travel):
    travel("2026-11-20T09:00")
    secret = perform(make_submission(service=province.health.service), "accept")
    for person in (province.building.officer, province.building.head):
        worker = Worker(person)
        answer = ask(worker, province.health)
        assert list(answer.context["form"].errors) == ["agency"]
        page = worker.client.get(reverse("desk_register")).content.decode()
        assert "Sở Y tế" not in page + answer.content.decode()
        assert secret.code not in str(lines_of(ask(worker, province.building)))
    assert secret.code in str(lines_of(ask(Worker(province.one_stop), province.health)))
    assert ask(Worker(province.supervisor), province.health).status_code == 404
    assert ask(Worker(), province.health).status_code == 404


def test_taking_it_along_is_logged(office, worker, handed_over):
    lines_of(ask(worker, office))
    line = AuditEntry.objects.get(action="register.export")
    assert line.actor_id == office.officer.pk
    assert line.detail == {
        "kind": "csv",
        "rows": 1,
        "agency": str(office.department.translation_key),
        "since": "2026-11-01",
        "until": "2026-11-30",
    }


def test_the_workbook_holds_numbers_and_moments(office, worker, handed_over):
    book = load_workbook(io.BytesIO(body(ask(worker, office, "xlsx"))))
    row, line = list(book.active[2]), lines_of(ask(worker, office))[1]
    assert (row[0].data_type, row[0].value, line[0]) == ("n", 1, "1")
    assert (row[1].data_type, row[1].value) == ("s", line[1])
    assert [cell.number_format for cell in row[5:9]] == ["dd/mm/yyyy hh:mm"] * 4
    assert [f"{cell.value:%d/%m/%Y %H:%M}" for cell in row[5:9]] == line[5:9]


@pytest.mark.parametrize("formula", ["=1+1", "@SUM(A1)", "\t=1"])
def test_no_cell_calculates(office, worker, handed_over, formula):
    Submission.objects.filter(pk=handed_over.pk).update(answers={"full_name": formula})
    name = lines_of(ask(worker, office))[1][3]
    assert not name.startswith(("=", "@", "\t"))
    assert formula.strip() in name


@pytest.mark.once  # counts statements, which are the same anywhere
def test_many_rows_cost_no_more_questions_than_few(office, worker, travel, django_assert_max_num_queries):
    travel("2026-11-20T09:00")
    for _number in range(3):
        perform(filed(department=office.department), "accept")
    with django_assert_max_num_queries(25):  # logging in and the password once more are among them
        ask(worker, office, "pdf")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_at_the_end_of_the_calendar_is_refused_beside_its_box(office, worker, day):
    answer = ask(worker, office, since=day, until=day)
    assert answer.status_code == 200
    assert {*answer.context["form"].errors} == {"since", "until"}
