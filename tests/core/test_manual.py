"""The manual has what leads to it, and shows the pictures that the browser's tests take."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.urls import reverse
from wagtail.admin.panels import HelpPanel, Panel

from core.rows.panel import RowPanel
from services.forms.models import ServiceFormPage
from services.models import ServicePage
from tests.markup import soup

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted((ROOT / "site").glob("locale*/vi/LC_MESSAGES/*.po"))
LED_TO = {"cases", "documents", "fees", "durations", "steps", "legal_bases"}


def vietnamese(catalogue: Path) -> Iterator[str]:
    for entry in polib.pofile(str(catalogue)):
        yield from (entry.msgstr, *entry.msgstr_plural.values())


def panels(panel: Panel) -> Iterator[Panel]:
    yield panel
    for child in getattr(panel, "children", ()):
        yield from panels(child)


def test_every_way_through_the_menus_is_called_as_the_screens_call_it():
    ways = re.findall(r"\*([^*\n]+ → [^*\n]+)\*", settings.EDITORS_MANUAL.read_text(encoding="utf-8"))
    shown = "\n".join(words for path in CATALOGUES for words in vietnamese(path)).casefold()
    assert len(ways) > 8
    assert [way for way in ways for name in way.split(" → ") if name.casefold() not in shown] == []


@pytest.mark.django_db
def test_what_editors_are_led_to_stands_in_the_manual(admin_client):
    page = soup(admin_client.get(reverse("manual")).content)
    rows = [panel for panel in panels(ServicePage.get_edit_handler()) if isinstance(panel, RowPanel)]
    anchors = {panel.relation_name: panel.explained_at for panel in rows if panel.explained_at}
    assert anchors.keys() >= LED_TO
    helps = [str(panel.content) for panel in panels(ServiceFormPage.get_edit_handler()) if isinstance(panel, HelpPanel)]
    anchors["forms"] = re.findall(r"/huong-dan/#([\w-]+)", "".join(helps))[0]
    chapters = [link["href"].removeprefix("#") for link in page.select(".th-manual nav a")]
    assert len(chapters) > 5
    assert [anchor for anchor in (*anchors.values(), *chapters) if not page.find(id=anchor)] == []


@pytest.mark.django_db
def test_every_picture_of_the_manual_is_there_and_shown(admin_client):
    named = re.findall(r"\]\(screenshots/([\w-]+)\.png\)", settings.EDITORS_MANUAL.read_text())
    shown = [image["src"] for image in soup(admin_client.get(reverse("manual")).content).select("main .th-manual img")]
    assert shown == [reverse("manual_picture", args=[name]) for name in named]
    for address in shown:
        answer = admin_client.get(address)
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
        assert b"".join(answer.streaming_content).startswith(b"\x89PNG")
    assert admin_client.get(reverse("manual_picture", args=["khong-co"])).status_code == 404
