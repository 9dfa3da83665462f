"""Reports at the desk: a head sees her departments, a supervisor the province, nobody else anything."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from openpyxl import load_workbook

from services.forms import actions
from services.forms.models import AuditEntry, Submission
from services.forms.rules.workflow import State
from services.forms.statistics.recount import recount_tallies
from tests.builders_clock import set_clock
from tests.builders_statistics import make_building, make_health, make_october, moment
from tests.builders_submissions import make_officer, make_submission
from tests.markup import faults, soup
from tests.services.forms.desk.conftest import Worker

pytestmark = pytest.mark.django_db
PAGES = ("desk_report", "desk_report_06a", "desk_report_07a")


@pytest.fixture
def year(db):
    """What became of the dossiers of two departments, counted."""
    building, health = make_building(), make_health()
    found = make_october(building, health)
    recount_tallies(moment("2026-11-22T10:00"))
    return {"building": building, "health": health, **found}


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def head(year):
    return Worker(make_officer("lanh-dao", role="head", departments=[year["building"].get_parent()]))


@pytest.fixture
def supervisor(year):
    return Worker(make_officer("giam-sat", role="supervisor"))


def page(worker, name, **asked):
    answer = worker.client.get(reverse(name), asked)
    assert answer.status_code == 200
    assert faults(answer.content) == []
    return soup(answer.content)


def rows(found, caption):
    table = next(table for table in found.select("table") if caption in table.caption.get_text())
    return {
        row.th.get_text(strip=True): [cell.get_text(strip=True) for cell in row.select("td")]
        for row in table.select("tbody tr, tfoot tr")
    }


def test_a_head_sees_her_department_and_no_other(head):
    for name in PAGES:
        words = page(head, name).select_one("main").get_text()
        assert "Sở Y tế" not in words
    assert list(rows(page(head, "desk_report"), "Filed and settled")) == ["Sở Xây dựng"]
    assert rows(page(head, "desk_report_06a"), "Report")["Total"][0] == "6"


def test_a_supervisor_sees_the_numbers_of_all_and_no_person(supervisor, year):
    assert list(rows(page(supervisor, "desk_report"), "Filed and settled")) == ["Sở Xây dựng", "Sở Y tế"]
    assert rows(page(supervisor, "desk_report_06a"), "Report")["Total"][0] == "7"
    front = page(supervisor, "desk")
    assert rows(front, "Applications by agency")["Sở Xây dựng"] == ["8", "0", "0", "1", "0", "0"]
    codes = list(Submission.objects.values_list("code", flat=True))
    for name in ("desk", *PAGES):
        words = page(supervisor, name).get_text()
        assert not [word for word in (*codes, "Nguyễn Thị Hoa", "Work of each officer") if word in words]


def test_the_report_is_of_the_chosen_period(head):
    november = rows(page(head, "desk_report_06a", period="2026-11"), "Report II.06a – 11/2026")
    assert november["Total"] == ["2", "0", "–", "2", "1", "0", "0", "1", "0", "1", "0", "1", "0"]
    assert head.client.get(reverse("desk_report"), {"period": "1999"}).status_code == 404


def test_the_services_that_take_longest_come_first(supervisor):
    found = rows(page(supervisor, "desk_report"), "take longest")
    assert list(found) == ["Cấp giấy phép xây dựng", "Cấp chứng chỉ hành nghề y"]
    assert found["Cấp giấy phép xây dựng"][:2] == ["5", "13.4"]


def test_a_head_sees_the_work_of_each_officer_now(head, year):
    officer = make_officer("can-bo-moi", role="officer", departments=[year["building"].get_parent()])
    make_submission(service=year["health"])
    Submission.objects.filter(pk=year["open"].pk).update(assigned_to=officer)
    found = rows(page(head, "desk_report"), "Work of each officer")
    assert found == {str(officer): ["1", "1", "0"]}
    make_submission(State.SUPPLEMENT, service=year["building"])
    assert rows(page(head, "desk_report"), "Work of each officer")["Given to nobody yet"] == ["1", "0", "1"]


def test_the_file_has_the_numbers_of_the_page(head):
    address = reverse("desk_report_06a_list", args=["csv"])
    answer = head.client.get(address, {"period": "2026-11"})
    lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert lines[-1][1:] == ["Total", "2", "0", "–", "2", "1", "0", "0", "1", "0", "1", "0", "1", "0"]
    assert "no-store" in answer["Cache-Control"]
    book = load_workbook(io.BytesIO(head.client.get(reverse("desk_report_06a_list", args=["xlsx"])).content))
    cells = [[cell.value for cell in row] for row in book.active.iter_rows()]
    assert (cells[1][0], cells[-1][1], cells[-1][2]) == (1, "Total", 6)
    assert AuditEntry.objects.filter(action="report.export").count() == 2
    assert head.client.get(reverse("desk_report_06a_list", args=["exe"])).status_code == 404


def test_no_name_of_a_field_can_become_a_formula(head, year):
    Submission.objects.update(field_key="0191f3a0-0000-7000-8000-000000000000", field_title="=HYPERLINK(1)")
    recount_tallies(moment("2026-11-22T10:00"))
    for kind in ("csv", "xlsx"):
        content = head.client.get(reverse("desk_report_06a_list", args=[kind])).content
        if kind == "csv":
            assert "\n1,'=HYPERLINK(1)" in content.decode("utf-8-sig")
        else:
            found = [cell for row in load_workbook(io.BytesIO(content)).active.iter_rows() for cell in row]
            assert [cell.data_type for cell in found if "HYPERLINK" in str(cell.value)] == ["s"]


def test_reports_are_for_heads_and_supervisors_alone(year):
    department = year["building"].get_parent()
    for role in ("officer", "one_stop"):
        worker = Worker(make_officer(f"nguoi-{role}", role=role, departments=[department]))
        for name in (*PAGES, "desk_ratings"):
            assert worker.client.get(reverse(name)).status_code == 404
    assert Worker(year["early"].owner).client.get(reverse("desk_report")).status_code == 404


def test_comments_are_read_by_the_head_of_that_agency_without_a_name(head, supervisor, year):
    own, other = year["early"], year["undated"]
    actions.rate(submission=own, by=own.owner, score=2, comment="Phải đi lại nhiều lần <script>alert(1)</script>")
    actions.rate(submission=other, by=other.owner, score=5, comment="Rất tốt")
    found = page(head, "desk_ratings")
    words = found.get_text()
    assert "Phải đi lại nhiều lần <script>alert(1)</script>" in words
    assert not found.select("main script")
    assert not [word for word in ("Rất tốt", own.code, own.owner.email, "Nguyễn Thị Hoa") if word in words]
    assert supervisor.client.get(reverse("desk_ratings")).status_code == 404
    assert AuditEntry.objects.get(action="ratings.read").actor_id == head.user.pk


def test_before_anything_was_counted_the_pages_say_so(db):
    worker = Worker(make_officer(role="head"))
    for name in PAGES:
        assert "No application has been counted yet." in page(worker, name).get_text()
    assert worker.client.get(reverse("desk_report_06a_list", args=["csv"])).status_code == 404
    assert "Nobody has written anything yet." in page(worker, "desk_ratings").get_text()


def test_a_report_costs_few_queries(head):
    for name in (*PAGES, "desk_ratings"):
        with CaptureQueriesContext(connection) as queries:
            assert head.client.get(reverse(name)).status_code == 200
        assert len(queries) <= 25, (name, "\n".join(query["sql"][:200] for query in queries))


def test_report_07a_stands_beside_and_says_that_it_was_not_compared(head):
    main = page(head, "desk_report_07a", period="2026-11").select_one("main")
    assert "Not compared with the text of the form yet" in main.get_text()
    assert "09/2026/TT-BTP" in main.get_text()
    address = reverse("desk_report_07a_list", args=["csv"])
    answer = head.client.get(address, {"period": "2026-11"})
    lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert lines[-1][1:5] == ["Total", "2", "0", "–"]
    book = load_workbook(io.BytesIO(head.client.get(reverse("desk_report_07a_list", args=["xlsx"])).content))
    assert book.active.max_row > 3
    entries = AuditEntry.objects.filter(action="report.export")
    assert [entry.detail["form"] for entry in entries] == ["07a", "07a"]
    assert head.client.get(reverse("desk_report_07a_list", args=["exe"])).status_code == 404


BY_REQUESTS = "Late, if more than one request counts as late (not confirmed)"


@pytest.mark.parametrize("counts", ["yes", "no"])
def test_a_second_request_counts_as_late_in_a_column_of_the_office_alone_and_only_by_the_rule(head, client, counts):
    set_clock(second_request_is_late=counts)
    found = page(head, "desk_report", period="2026-10")
    heads = [cell.get_text() for cell in found.select("th")]
    assert "More than one request for documents" in heads
    assert (BY_REQUESTS in heads) == (counts == "yes")
    if counts == "yes":
        table = rows(found, "Requests for documents and apologies")["Sở Xây dựng"]
        assert table[-1] == "2"
    everybody = client.get(reverse("statistics")).content.decode()
    everybody += client.get(reverse("statistics_csv")).content.decode()
    for words in ("counts as late", BY_REQUESTS):
        assert words not in everybody
