"""The style page for developers shows every component, in both languages, and is not served in production."""

from pathlib import Path

import pytest
from django.test import RequestFactory
from django.test.signals import template_rendered
from django.utils import translation

from core.style_page import style_page

pytestmark = pytest.mark.django_db

COMPONENTS = Path(__file__).resolve().parents[2] / "templates" / "components"
WHOLE_PAGES = {"error_message.html"}
"""They bring the heading of a page, of which the style page has its own."""


def rendered_templates() -> set[str]:
    names = set()

    def note(sender, template, **kwargs):
        names.add(template.name)

    template_rendered.connect(note)
    try:
        style_page(RequestFactory().get("/_style/"))
    finally:
        template_rendered.disconnect(note)
    return names


def test_every_component_is_shown():
    shown = rendered_templates()
    components = {path.name for path in COMPONENTS.glob("*.html")} - WHOLE_PAGES
    assert [name for name in sorted(components) if f"components/{name}" not in shown] == [], (
        "Show it in templates/style/page.html, with values from core/style_samples.py"
    )


@pytest.mark.parametrize("language", ["vi", "en"])
def test_style_page_opens(language):
    with translation.override(language):
        text = style_page(RequestFactory().get("/_style/")).content.decode()
    assert "Mức độ 4" in text


def test_style_page_is_not_public(client):
    assert client.get("/_style/").status_code == 404
