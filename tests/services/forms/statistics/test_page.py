"""The public statistics: the numbers, the filters in the address, the drawing and the file; nothing of a person."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from services.forms import actions
from services.forms.models import Rating, Submission, Tally
from services.forms.rules.workflow import State
from services.forms.statistics.recount import recount_tallies
from tests.builders import make_department, translate, trunk
from tests.builders_statistics import moment
from tests.builders_submissions import make_citizen, make_submission
from tests.cost import cold_cost
from tests.markup import faults, soup

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own
NOW = moment("2026-11-22T10:00")


@pytest.fixture
def counted(october):
    recount_tallies(NOW)
    return october


def ask(client, **asked):
    answer = client.get(reverse("statistics"), asked)
    assert answer.status_code == 200
    assert faults(answer.content) == []
    return soup(answer.content)


def table(page, caption):
    """The table of that caption: name of the row → number of each column."""
    found = next(table for table in page.select("table") if caption in table.caption.get_text())
    heads = [cell.get_text(strip=True) for cell in found.select("thead th")][1:]
    rows = found.select("tbody tr")
    return {
        row.th.get_text(strip=True): dict(
            zip(heads, (cell.get_text(strip=True) for cell in row.select("td")), strict=True)
        )
        for row in rows
    }


def figures(page):
    return [item.strong.get_text(strip=True) for item in page.select(".portal-figures li")]


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def test_before_the_first_dossier_the_page_says_so(client):
    trunk()
    assert "No application has been filed on this portal yet." in ask(client).get_text()
    recount_tallies()
    assert "No application has been filed on this portal yet." in ask(client).get_text()
    assert client.get(reverse("statistics_csv")).content.count(b"\n") == 1


def test_the_numbers_are_those_of_the_dossiers(client, counted):
    page = ask(client)
    assert figures(page) == ["9", "6", "60.0 %", "1"]
    months = table(page, "Filed and settled, by month")
    october = {"Filed": "9", "Settled": "5", "Early": "2", "On time": "1", "Late": "1", "Without a date": "1"}
    assert months["10/2026"] == {**october, "In time, %": "75.0"}
    assert months["11/2026"]["Late"] == "1"
    assert table(page, "at the end of each month")["10/2026"]["Open, overdue"] == "2"
    agencies = table(page, "Filed, settled and open, by agency")
    assert agencies["Sở Xây dựng"]["Open, overdue"] == "1"
    assert agencies["Sở Y tế"] == {**dict.fromkeys(agencies["Sở Y tế"], "0"), "Filed": "1", "Settled": "1"} | {
        "Without a date": "1",
        "In time, %": "–",
    }
    ends = table(page, "ended otherwise")["In all"]
    assert (ends["Not accepted"], ends["Refused after appraisal"], ends["Withdrawn before acceptance"]) == (
        "1",
        "1",
        "1",
    )


def test_the_page_says_when_it_was_counted_how_and_what_is_missing(client, counted):
    words = " ".join(ask(client).get_text().split())
    assert "10:00 22/11/2026" in words
    assert "makes nothing late by itself" in words
    assert "What is filed at the counter or by post is not registered in this portal" in words


@pytest.mark.parametrize(
    ("asked", "filed"),
    [
        ({"period": "2026-10"}, "9"),
        ({"period": "2026-11"}, "0"),
        ({"period": "2026-Q4"}, "9"),
        ({"period": "2026"}, "9"),
        ({"department": "so-y-te"}, "1"),
        ({"field": "xay-dung"}, "8"),
        ({"level": "3"}, "9"),
        ({"department": "so-y-te", "field": "xay-dung"}, "0"),
        ({"period": ""}, "9"),
    ],
)
def test_choices_stand_in_the_address(client, counted, asked, filed):
    page = ask(client, **asked)
    assert figures(page)[0] == filed
    link = page.find("a", string="Take the numbers along (CSV)")["href"]
    assert all(f"{name}={value}" in link for name, value in asked.items() if value)


@pytest.mark.parametrize(
    "asked", [{"period": "2025"}, {"period": "x"}, {"department": "x"}, {"field": "x"}, {"level": "9"}]
)
def test_what_does_not_exist_is_not_found_in_words(client, counted, asked):
    answer = client.get(reverse("statistics"), asked)
    assert answer.status_code == 404
    assert "cannot be narrowed that way" in answer.content.decode()
    assert client.get(reverse("statistics_csv"), asked).status_code == 404


def test_a_department_without_a_dossier_can_be_asked_for(client, counted):
    make_department("Sở Tài chính")
    assert figures(ask(client, department="so-tai-chinh")) == ["0", "0", "–", "0"]


def test_a_drawing_is_named_described_and_without_style(client, counted):
    page = ask(client)
    for drawing in page.select("svg[role=img]"):
        ids = drawing["aria-labelledby"].split()
        assert [drawing.find(id=name).name for name in ids] == ["title", "desc"]
        assert all(drawing.find(id=name).get_text(strip=True) for name in ids)
    assert len(page.select("svg[role=img]")) == 2
    assert not page.select("main [style], main style")
    assert [text.get_text() for text in page.select("svg[role=img] text")][:3] == ["11/2026", "10/2026", "0"]


def test_everybody_may_keep_the_page_and_no_person_is_on_it(client, counted):
    owner = counted["early"].owner
    for name in ("statistics", "statistics_csv"):
        answer = client.get(reverse(name))
        assert answer.headers["Cache-Control"] == "public, max-age=60"
        assert not answer.cookies
        text = answer.content.decode()
        assert [word for word in (owner.email, counted["early"].code, "Nguyễn Thị Hoa") if word in text] == []


def test_the_page_reads_tallies_alone_in_few_queries(client, counted):
    for name in ("statistics", "statistics_csv"):
        cold_cost(client, reverse(name))
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse("statistics"))
    asked = " ".join(query["sql"] for query in queries)
    assert "service_forms_tally" in asked
    assert [name for name in ("_submission", "_event", "_rating") if f"service_forms{name}" in asked] == []


def read(answer):
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_the_file_has_the_same_numbers_and_no_formula(client, counted):
    unknown = "0191f3a0-0000-7000-8000-000000000000"
    Submission.objects.update(agency_name="=cmd|' /C calc'!A0", agency_key=unknown)
    recount_tallies(NOW)
    answer = client.get(reverse("statistics_csv"))
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    head, *rows = read(answer)
    assert sum(int(row[head.index("Filed")]) for row in rows) == 9
    cells = [cell for row in rows for cell in row]
    assert "'=cmd|' /C calc'!A0" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def rate(number, service):
    for index in range(number):
        dossier = make_submission(State.RESOLVED, service=service, owner=make_citizen())
        actions.rate(submission=dossier, by=dossier.owner, score=5 - index % 2, comment="Lời riêng của tôi")


def test_satisfaction_is_shown_from_five_answers_on_and_no_comment_ever(client, building):
    english = translate(building, {building.title: "Building permit", building.slug: "building-permit"})
    pages = [reverse("statistics"), english.get_url(), building.get_parent().get_url()]
    rate(4, building)
    recount_tallies()
    before = [client.get(page).content.decode() for page in pages]
    assert [page for page in before if "of 5 on average" in page or "trên 5" in page] == []
    rate(1, building)
    recount_tallies()
    texts = [client.get(page).content.decode() for page in pages]
    assert ["4.6 of 5 on average, from 5 answers." in text for text in texts[:2]] == [True, True]
    assert "Trung bình 4,6 trên 5, từ 5 lượt đánh giá." in texts[2]
    assert not any("Lời riêng" in text for text in texts)
    assert Rating.objects.count() == 5
    assert "score" not in client.get(reverse("statistics_csv")).content.decode().lower()


def test_a_department_shows_its_numbers_and_leads_to_all_of_them(client, counted, building):
    page = soup(client.get(building.get_parent().get_url()).content)
    section = page.select_one("section[aria-labelledby=statistics]")
    assert [item.get_text() for item in section.select("strong")] == ["8", "5", "60,0 %"]
    assert section.a["href"].endswith("?department=so-xay-dung")
    Tally.objects.all().delete()
    assert soup(client.get(building.get_parent().get_url()).content).select_one("#statistics") is None
