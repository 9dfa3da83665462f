"""The look a province chooses: what is refused, what every page then shows."""

import pytest
from django.core.exceptions import ValidationError

from core import theme
from core.contrast import LIGHT_GROUND, is_readable
from core.models import PortalSettings

pytestmark = pytest.mark.django_db

ADDRESS = "/thuong-hieu.css"


def choose(**values) -> PortalSettings:
    chosen = PortalSettings.load()
    for name, value in values.items():
        setattr(chosen, name, value)
    chosen.full_clean()
    chosen.save()
    return chosen


@pytest.mark.parametrize(
    ("field", "colour"),
    [
        ("brand_colour", "#e58a95"),
        ("link_colour", "#7aa7e0"),
        ("banner_colour", "#5a3a10"),
        ("banner_colour", "#000000"),
    ],
)
def test_colour_nobody_could_read_is_refused_with_its_contrast(field, colour):
    with pytest.raises(ValidationError, match=r"4\.5") as refused:
        choose(**{field: colour})
    assert list(refused.value.message_dict) == [field]


@pytest.mark.parametrize("colour", ["red", "#abc", "#12345", "#8e1a2d;x"])
def test_what_is_no_colour_is_refused(colour):
    with pytest.raises(ValidationError):
        choose(brand_colour=colour)


def test_portals_own_colours_pass_their_own_rule():
    assert is_readable(theme.BRAND_COLOUR, LIGHT_GROUND)
    choose(brand_colour=theme.BRAND_COLOUR, link_colour="#174a84", banner_colour="#f4cf73")


def test_page_carries_the_chosen_names_and_colours(client):
    choose(name="Cổng Dịch vụ công Sầm Sơn", name_en="Sầm Sơn Services", brand_colour="#14532d")
    page, english = client.get("/muc-do/").content.decode(), client.get("/en/levels/").content.decode()
    assert "Cổng Dịch vụ công Sầm Sơn</span>" in page
    assert "– Sầm Sơn Services</title>" in english
    assert '<meta name="theme-color" content="#14532d">' in page
    assert f'href="{ADDRESS}?v=' in page


def test_portal_without_chosen_colours_loads_no_second_stylesheet(client):
    assert ADDRESS not in client.get("/muc-do/").content.decode()


def test_stylesheet_has_the_colours_and_lighter_ones_for_the_dark(client):
    choose(brand_colour="#14532d", link_colour="#0b3d91")
    light, dark = client.get(ADDRESS).content.decode().splitlines()
    assert light == ":root{--portal-brand:#14532d;--portal-link:#0b3d91}"
    assert dark.startswith("@media screen and (prefers-color-scheme:dark){:root{--portal-brand-ink:#")
    assert "#14532d" not in dark


def test_stylesheet_is_kept_for_good_only_under_its_fingerprint(client):
    choose(banner_colour="#ffe08a")
    text = client.get(ADDRESS).content.decode()
    named = client.get(f"{ADDRESS}?v={theme.fingerprint(text)}")
    assert named.headers["Content-Type"].startswith("text/css")
    assert "immutable" in named.headers["Cache-Control"]
    assert "immutable" not in client.get(f"{ADDRESS}?v=another").headers["Cache-Control"]
