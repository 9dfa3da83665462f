"""Lists of agencies stay readable: communes are a group of their own, found however a name is typed."""

import pytest

from departments.models import Succession
from tests.builders import make_department, make_service, publish
from tests.builders_communes import make_communes
from tests.cost import cold_cost
from tests.markup import faults, soup

pytestmark = pytest.mark.django_db

GROUP = "/co-quan/uy-ban-nhan-dan-cap-xa/"


@pytest.fixture
def world():
    owner, communes = make_communes("Phường Hạc Thành", "Xã Sơn Thủy")
    make_service("Đăng ký khai sinh", department=owner)
    make_department("Sở Y tế")
    return communes


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("address", ["/co-quan/", "/so-do-trang/", "/dich-vu/", "/", "/thong-ke/"])
def test_no_page_but_their_own_list_names_a_single_commune(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert "phuong-hac-thanh" not in answer.content.decode()


@pytest.mark.usefixtures("world")
def test_the_list_of_departments_leads_to_the_communes_and_searches_them(client):
    answer = client.get("/co-quan/")
    assert faults(answer.content) == []
    page = soup(answer.content)
    rows = [row.th.get_text(strip=True) for row in page.select("section[aria-labelledby=today] tbody tr")]
    assert rows == ["Sở Y tế", "Ủy ban nhân dân cấp xã"]
    assert page.find("input", {"name": "commune"}).find_parent("form")["action"] == GROUP
    cold_cost(client, "/co-quan/")


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(
    ("typed", "found"),
    [("hac thanh", ["Phường Hạc Thành"]), ("SƠN THUỶ", ["Xã Sơn Thủy"]), ("14797", ["Phường Hạc Thành"]), ("zz", [])],
)
def test_a_commune_is_found_by_folded_name_or_code(client, typed, found):
    answer = client.get(GROUP, {"commune": typed})
    assert faults(answer.content) == []
    links = [link.get_text() for link in soup(answer.content).select("section[aria-labelledby=communes] li a")]
    assert links == found
    assert len(soup(client.get(GROUP).content).select("section[aria-labelledby=communes] li a")) == 166
    cold_cost(client, GROUP)


def test_a_commune_shows_the_services_of_all_and_is_cheap(client, world):
    address = world[0].get_url()
    assert address == f"{GROUP}phuong-hac-thanh/"
    answer = client.get(address)
    assert faults(answer.content) == []
    text = answer.content.decode()
    assert "Đăng ký khai sinh" in text
    assert "14797" in text
    assert f'href="{GROUP}"' in text
    assert cold_cost(client, address) <= 25


def test_a_commune_that_ended_says_which_one_does_its_work(client, world):
    ended, successor = world
    ended.is_former = True
    ended.successions.add(Succession(successor=successor, work="mọi việc", locale=ended.locale))
    publish(ended)
    assert successor.get_url() in client.get(ended.get_url()).content.decode()
    assert ended.get_url() in client.get(successor.get_url()).content.decode()
    assert ended.get_url() not in client.get(GROUP).content.decode()
