"""The answer of a service for programs: figures and words, strict parameters."""

import pytest

from tests.api.world import fetch
from tests.builders import make_department
from tests.builders_submissions import make_open_service

pytestmark = pytest.mark.django_db


@pytest.fixture
def service():
    department = make_department("Sở Xây dựng", slug="so-xay-dung", unit_code="H56.17")
    return make_open_service(
        department=department,
        documents=[{"name": "Đơn"}, {"name": "Giấy đất", "case": "Nhà ở"}, {"name": "Bản vẽ", "case": "Nhà tháp"}],
        fees=[
            {"name": "Phí", "status": "amount", "amount": 10_000, "channel": "online"},
            {"name": "Phí", "status": "see_note", "note": "?", "channel": "in_person", "set_by": "Bộ Tài chính"},
        ],
        durations=[{"value": 10, "unit": "working_day"}],
        channels=[{"kind": "in_person"}, {"kind": "online"}],
    )


def ask(service, query=""):
    return fetch(f"services/{service.pk}/answer/{query}")


def test_everything_left_open(service):
    found = ask(service, "?on=2026-11-30").json()
    assert found["asked"] == {"case": None, "channel": None, "department": None, "on": "2026-11-30"}
    assert [case["key"] for case in found["cases"]] == ["nha-o", "nha-thap"]
    assert (found["documents"]["fewest"], found["documents"]["most"]) == (2, 2)
    assert [paper["name"] for paper in found["documents"]["always"]] == ["Đơn"]
    assert (found["cost"]["status"], found["cost"]["lowest"]) == ("partial", 10_000)
    assert found["cost"]["set_by"] == ["Bộ Tài chính"]
    assert (found["time"]["due_on"], found["time"]["accepted_on"]) == ("2026-12-14", "2026-11-30")
    assert found["place"]["channels"] == ["online", "in_person"]
    assert found["next_step"]["kind"] == "file_here"
    assert found["next_step"]["url"].startswith("http")


def test_a_case_a_way_and_an_agency(service):
    found = ask(service, "?case=nha-o&channel=in_person&department=so-xay-dung&on=2026-11-30").json()
    assert [paper["name"] for paper in found["documents"]["always"]] == ["Đơn", "Giấy đất"]
    assert (found["cost"]["status"], found["cost"]["lowest"]) == ("unknown", None)
    assert found["cost"]["text"] == "Cơ quan chưa công bố"
    assert found["place"]["text"] == "Tại quầy"


@pytest.mark.parametrize(
    "query",
    ["?case=khong-co", "?channel=fax", "?department=so-y-te", "?on=30/11/2026", "?on=2026-02-30", "?on=1999-01-01",
     "?colour=red", "?case=", "?case=nha-o&case=nha-thap"],
)  # fmt: skip
def test_a_wrong_question_is_refused(service, query):
    answer = ask(service, query)
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"


def test_it_is_cacheable_and_knows_nobody(service):
    answer = ask(service, "?on=2026-11-30")
    assert answer["ETag"]
    assert "public" in answer["Cache-Control"]
    assert not answer.cookies


def test_what_is_not_public_is_not_there(service):
    service.unpublish()
    assert ask(service).status_code == 404
    assert fetch("services/999999999999/answer/").status_code == 404
