"""The list of departments: today's with their counts, former ones with what became of them."""

import pytest

from departments.models import Succession
from tests.builders import make_department, make_service, publish, translate, trunk
from tests.cost import cold_cost
from tests.markup import faults, soup

pytestmark = pytest.mark.django_db

LIST = "/co-quan/"


def succeed(former, successor, work="bưu chính"):
    former.successions.add(Succession(successor=successor, work=work, locale=former.locale))
    return publish(former)


def test_todays_departments_are_listed_with_their_counts(client):
    health = make_department("Sở Y tế")
    for number, level in enumerate((3, 3, 2)):
        make_service(f"Dịch vụ {number}", department=health, level=level)
    make_department("Sở Ngoại vụ")
    make_department("Sở nháp", live=False)
    answer = client.get(LIST)
    assert faults(answer.content) == []
    rows = soup(answer.content).select("section[aria-labelledby=today] tbody tr")
    texts = [" ".join(row.get_text(" ").split()) for row in rows]
    assert texts == ["Sở Ngoại vụ 0 –", "Sở Y tế 3 Mức độ 2: 1 , Mức độ 3: 2"]


def test_a_former_department_names_who_does_its_work(client):
    former = make_department("Sở Thông tin và Truyền thông", is_former=True)
    science, culture = make_department("Sở Khoa học và Công nghệ"), make_department("Sở Văn hóa")
    for successor, work in ((science, "bưu chính"), (science, "viễn thông"), (culture, "báo chí")):
        succeed(former, successor, work)
    make_department("Ban Cũ", is_former=True)
    page = soup(client.get(LIST).content)
    rows = {row.th.get_text(): row.td for row in page.select("section[aria-labelledby=former] tbody tr")}
    assert [link.get_text() for link in rows["Sở Thông tin và Truyền thông"].select("a")] == [
        science.title,
        culture.title,
    ]
    assert rows["Ban Cũ"].get_text().strip() == "Cơ quan chưa công bố; hỏi nơi tiếp nhận hồ sơ"


def test_a_reader_of_english_sees_english_names_where_they_exist(client):
    translate(trunk().home, {})
    translate(trunk().departments, {"Sở, ban, ngành": "Departments", "co-quan": "departments"})
    translated = make_department("Sở Y tế")
    english = translate(translated, {"Sở Y tế": "Department of Health", "so-y-te": "department-of-health"})
    make_department("Sở Ngoại vụ")
    page = soup(client.get("/en/departments/").content)
    links = {link.get_text(): link for link in page.select("section[aria-labelledby=today] th a")}
    assert links["Department of Health"]["href"] == english.get_url()
    assert links["Sở Ngoại vụ"]["lang"] == "vi"
    assert links["Sở Ngoại vụ"]["href"] == "/co-quan/so-ngoai-vu/"


@pytest.mark.once  # counts statements, which are the same anywhere
def test_the_list_costs_the_same_queries_for_any_number_of_departments(client):
    succeed(make_department("Sở cũ", is_former=True), make_department("Sở mới"))
    before = cold_cost(client, LIST)
    for number in range(8):
        successor = make_department(f"Sở {number}")
        succeed(make_department(f"Ban {number}", is_former=True), successor)
        make_service(f"Dịch vụ {number}", department=successor, level=2)
    assert cold_cost(client, LIST) == before
