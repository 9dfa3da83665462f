"""What pages say to programs: nothing can leave the script element, and every page says where it stands."""

import json

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from core.links import Link
from core.models import PortalSettings
from core.page_frame import Contact
from core.structured_data import breadcrumb_list, known, script, website
from tests.builders import make_guide, make_service, translate, trunk
from tests.markup import structured_data

ATTACKS = [
    "</script><script>alert(1)</script>",
    "</SCRIPT\t><img src=x onerror=alert(1)>",
    "<!--<script>",
    "]]><svg onload=alert(1)>",
    "&lt;/script&gt;&quot;'\"",
    "\u2028\u2029\x00\\u003c/script",
    '"}]}</script>',
]
TEXTS = st.one_of(
    st.sampled_from(ATTACKS), st.text(max_size=30), st.tuples(st.text(), st.sampled_from(ATTACKS)).map("".join)
)
DATA = st.recursive(
    TEXTS | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
)


def read_back(markup: str) -> dict:
    """The data as a browser finds it: one script element, with nothing beside it."""
    page = BeautifulSoup(f"<head>{markup}</head>", "html.parser")
    [element] = page.head.contents
    assert element.name == "script"
    assert element.attrs == {"type": "application/ld+json"}
    return json.loads(element.string)


@given(st.dictionaries(TEXTS, DATA, max_size=4))
def test_no_text_leaves_the_element_and_every_text_comes_back(data):
    markup = str(script(data))
    inner = markup.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set(inner) & set("<>&\u2028\u2029")
    assert read_back(markup) == {"@context": "https://schema.org", **data}


def test_unknown_facts_are_left_out_and_nothing_is_not_unknown():
    assert known(at_type="Offer", name="", price=0, free=False, days=[], place={}, note=None) == {
        "@type": "Offer",
        "price": 0,
        "free": False,
    }


def test_a_breadcrumb_without_an_address_has_only_its_name(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://portal.example"
    [home, other] = breadcrumb_list([Link("Trang chủ", "/"), Link("Tên")])["itemListElement"]
    assert home == {"@type": "ListItem", "position": 1, "name": "Trang chủ", "item": "https://portal.example/"}
    assert other == {"@type": "ListItem", "position": 2, "name": "Tên"}


def test_a_portal_without_contact_names_no_publisher():
    nobody = Contact(organisation="", organisation_lang="", address="", hotline="", hotline_note="", email="")
    data = website(name="Cổng", url="https://a.vn/", language="vi", search_url="https://a.vn/tim/", contact=nobody)
    assert "publisher" not in data
    assert data["potentialAction"]["target"]["urlTemplate"] == "https://a.vn/tim/?q={search_term_string}"


@pytest.mark.django_db
def test_the_home_page_presents_the_portal_and_its_search(client):
    trunk()
    PortalSettings.objects.update(organisation="Trung tâm", hotline="02373 900 900")
    data = structured_data(client.get("/").content)
    assert set(data) == {"WebSite"}
    assert data["WebSite"]["publisher"]["name"] == "Trung tâm"
    assert "/tim-kiem/?q={" in data["WebSite"]["potentialAction"]["target"]["urlTemplate"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("/muc-do/", ["Trang chủ", "Bốn mức độ của dịch vụ công trực tuyến"]),
        ("/dich-vu/", ["Trang chủ", "Dịch vụ công"]),
        ("/dich-vu/dang-ky-khai-sinh/", ["Trang chủ", "Dịch vụ công", "Đăng ký khai sinh"]),
        ("/huong-dan/chung/phan-hai/", ["Trang chủ", "Hướng dẫn", "Chung", "Phần hai"]),
        ("/tim-kiem/?q=x", ["Trang chủ", "Tìm kiếm"]),
    ],
)
def test_every_other_page_says_where_it_stands(client, address, names):
    make_service()
    make_guide("Phần hai", parent=make_guide("Chung"))
    steps = structured_data(client.get(address).content)["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps] == names
    assert [step["position"] for step in steps] == list(range(1, len(names) + 1))
    assert all(step["item"].startswith("http") for step in steps)


@pytest.mark.django_db
def test_an_error_says_nothing_to_programs(client):
    trunk()
    assert structured_data(client.get("/khong-co/").content) == {}


@pytest.mark.django_db
def test_the_english_home_page_answers_in_english(client):
    translate(trunk().home, {})
    data = structured_data(client.get("/en/").content)["WebSite"]
    assert data["inLanguage"] == "en"
    assert data["potentialAction"]["target"]["urlTemplate"].endswith("/en/search/?q={search_term_string}")
