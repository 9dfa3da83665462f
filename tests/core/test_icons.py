"""Icons: one set of drawings, only those of a page on that page, never without words beside them."""

import re
from pathlib import Path

import pytest
from django.template import Context, Template

from core.icons import SYMBOLS, UnknownIconError, icon, sprite, used_icons

pytestmark = pytest.mark.once

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
NAMED = re.compile(r'\{% icon "([^"]*)"')
MOST_BYTES = 400
"""Of one drawing; a page shows about twenty."""


def rendered(source: str) -> str:
    return Template("{% load icons %}" + source).render(Context())


def test_set_is_whole_and_light():
    assert len(SYMBOLS) == 58
    assert [name for name, (_attributes, drawing) in SYMBOLS.items() if len(drawing) > MOST_BYTES] == []
    assert [name for name, (_attributes, drawing) in SYMBOLS.items() if "fill" in drawing or "style" in drawing] == []


def test_icon_points_to_its_symbol_and_is_silent():
    assert rendered('{% icon "clock" %}') == (
        '<svg class="portal-icon" aria-hidden="true" focusable="false"><use href="#icon-clock"/></svg>'
    )
    assert 'class="portal-icon portal-icon--small"' in rendered('{% icon "clock" size="small" %}')


@pytest.mark.parametrize(("name", "size"), [("unicorn", ""), ("", ""), ("clock", "huge")])
def test_unknown_icon_is_a_fault(name, size):
    with pytest.raises(UnknownIconError):
        icon(name, size)


def test_page_carries_each_of_its_icons_once_and_no_other():
    page = rendered('{% sprite %}{% icon "clock" %}{% icon "pin" %}{% icon "clock" %}{% endsprite %}')
    assert used_icons(page) == ["clock", "pin"]
    assert re.findall(r'<symbol id="icon-(\w+)"', page) == ["clock", "pin"]


def test_page_without_an_icon_carries_nothing():
    assert rendered("{% sprite %}words{% endsprite %}") == "words"
    assert sprite([]) == ""


def test_address_somebody_wrote_is_no_icon():
    assert used_icons('<a href="#icon-unicorn">x</a>') == []


def test_templates_name_only_icons_of_the_set():
    named = {name for path in TEMPLATES.rglob("*.html") for name in NAMED.findall(path.read_text("utf-8"))}
    assert named - set(SYMBOLS) == set()
