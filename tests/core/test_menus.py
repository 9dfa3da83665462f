"""Menus and footer: entries in the editors' order, in both languages, none that nobody may open, no cookie."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import PageViewRestriction

from core.menu_blocks import MenuEntryBlock
from core.models import PortalSettings
from tests.builders import make_guide, make_service, translate, trunk
from tests.cost import cold_cost
from tests.markup import soup

pytestmark = pytest.mark.django_db


def keep(**menus) -> None:
    chosen = PortalSettings.load()
    for name, value in menus.items():
        setattr(chosen, name, [("entry", one) for one in value] if isinstance(value, list) else value)
    chosen.full_clean()
    chosen.save()


def entries(client, selector: str, address="/") -> list[tuple[str, str]]:
    return [(link.get_text(), link["href"]) for link in soup(client.get(address).content).select(f"{selector} a")]


def test_entries_stand_in_the_editors_order_in_both_languages_and_lead_to_what_may_be_opened(client):
    service, guide = make_service("Cấp hộ chiếu"), make_guide("Cách nộp")
    lists = trunk()
    translate(lists.services, {"Dịch vụ công": "Services", "dich-vu": "services"})
    by_itself = entries(client, ".portal-menu")
    assert by_itself[-1] == ("Tra cứu hồ sơ", "/tra-cuu/")
    keep(
        main_menu=[
            {"part": "tracking", "label": "Hồ sơ của bạn"},
            {"page": lists.services},
            {"page": service},
            {"page": guide, "is_shown": False},
            {"address": "https://example.vn/", "label": "Báo tỉnh", "label_en": "News"},
        ],
        first_heading="Việc hay làm",
        first_column=[{"page": guide}],
    )
    assert entries(client, ".portal-menu") == [
        ("Hồ sơ của bạn", "/tra-cuu/"),
        ("Dịch vụ công", "/dich-vu/"),
        ("Cấp hộ chiếu", "/dich-vu/cap-ho-chieu/"),
        ("Báo tỉnh", "https://example.vn/"),
    ]
    english = soup(client.get("/en/services/").content)
    menu = [(link.get_text(), link["href"], link.get("lang", "")) for link in english.select(".portal-menu a")]
    assert menu[0][0] == "Track an application"
    assert menu[1:] == [
        ("Services", "/en/services/", ""),
        ("Cấp hộ chiếu", "/dich-vu/cap-ho-chieu/", "vi"),
        ("News", "https://example.vn/", ""),
    ]
    footer = soup(client.get("/").content).select_one(".portal-footer nav")
    assert footer.h2.get_text() == "Việc hay làm"
    assert footer.a.get_text() == "Cách nộp"
    assert not client.get("/").cookies
    cold_cost(client, "/dich-vu/cap-ho-chieu/")
    PageViewRestriction.objects.create(page=guide, restriction_type="login")
    service.unpublish()
    assert "Cấp hộ chiếu" not in dict(entries(client, ".portal-menu"))
    assert soup(client.get("/").content).select_one(".portal-footer nav").a is None
    keep(main_menu=[])
    assert entries(client, ".portal-menu") == by_itself


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({}, "page"),
        ({"part": "forms", "address": "/a/"}, "address"),
        ({"address": "javascript:alert(1)", "label": "x"}, "address"),
        ({"address": "//ke-la.vn", "label": "x"}, "address"),
        ({"address": "/huong-dan/"}, "label"),
    ],
)
def test_an_entry_leads_to_one_place_that_is_an_address(typed, fault):
    block = MenuEntryBlock()
    with pytest.raises(ValidationError) as refused:
        block.clean(block.to_python(typed))
    assert list(refused.value.block_errors) == [fault]
