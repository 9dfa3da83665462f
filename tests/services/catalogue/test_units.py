"""Which units run services of level 3 and 4: by today's owner, with the former name."""

import pytest

from services.catalogue.units import units_by_level
from tests.builders import make_department, make_service
from tests.markup import soup, words

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own


@pytest.fixture
def seed():
    """The counts of the old portal, on today's departments."""
    former = {
        name: make_department(name, is_former=True)
        for name in ("Sở Thông tin và Truyền thông", "Sở Tài nguyên và Môi trường")
    }
    rows = (
        ("Sở Xây dựng", 7, 3, None),
        ("Sở Văn hóa, Thể thao và Du lịch", 1, 3, former["Sở Thông tin và Truyền thông"]),
        ("Sở Y tế", 22, 3, None),
        ("Sở Nông nghiệp và Môi trường", 9, 3, former["Sở Tài nguyên và Môi trường"]),
    )
    for owner, count, level, before in rows:
        for number in range(count):
            make_service(f"{owner} {number}", department=make_department(owner), level=level, former_department=before)
    make_service("Cấp mã số", department=make_department("Sở Tài chính"), level=4, procedure_code="2.002206")
    make_service("Tra cứu", department=make_department("Sở Tài chính"), level=2)
    make_service("Nháp", department=make_department("Sở Y tế"), level=3, live=False)
    return former


def test_units_are_counted_by_owner_and_former_department(seed):
    three, four = units_by_level(None)
    assert {unit.department.text: (unit.count, unit.former.text if unit.former else None) for unit in three.units} == {
        "Sở Xây dựng": (7, None),
        "Sở Văn hóa, Thể thao và Du lịch": (1, "Sở Thông tin và Truyền thông"),
        "Sở Y tế": (22, None),
        "Sở Nông nghiệp và Môi trường": (9, "Sở Tài nguyên và Môi trường"),
    }
    assert three.total == 39
    assert [(unit.department.text, [service.code for service in unit.services]) for unit in four.units] == [
        ("Sở Tài chính", ["2.002206"])
    ]


def test_the_home_page_links_todays_and_former_names(seed, client):
    page = soup(client.get("/").content)
    table = page.select_one("section[aria-labelledby=units] table")
    rows = {row.th.a.get_text(): row for row in table.select("tbody tr")}
    row = rows["Sở Nông nghiệp và Môi trường"]
    assert row.select_one("td").get_text() == "9"
    assert "(trước đây: Sở Tài nguyên và Môi trường )" in words(str(row)).replace("Trường )", "Trường )")
    assert seed["Sở Tài nguyên và Môi trường"].get_url() in {link["href"] for link in row.select("a")}


@pytest.mark.once  # counts statements, which are the same anywhere
def test_counting_costs_the_same_queries_for_any_number_of_units(seed, rf, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        units_by_level(rf.get("/"))


def test_without_services_the_tables_say_so(client):
    assert [(group.units, group.total) for group in units_by_level(None)] == [([], 0), ([], 0)]
    assert client.get("/muc-do/").status_code == 200
