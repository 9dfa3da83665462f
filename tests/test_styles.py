"""The stylesheet and what comes with it: current, small, complete, and nobody else's trade dress."""

import gzip
import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
STATIC = ROOT / "site" / "static"
CSS = (STATIC / "portal.css").read_text(encoding="utf-8")
KILOBYTE = 1024
CLASSES = re.compile(r'class="([^"]*)"')
TAGS = re.compile(r"{%.*?%}|{{.*?}}")


def test_every_rule_of_the_editors_area_ends_where_it_should():
    """Nobody compiles that file: a brace too few, and a browser leaves out all that follows."""
    open_rules = 0
    for number, line in enumerate((STATIC / "admin.css").read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith((".", "@", "#", ":", "[")):
            assert open_rules == 0, f"line {number} begins inside of another rule"
        open_rules += line.count("{") - line.count("}")
    assert open_rules == 0


def test_committed_stylesheet_is_what_the_sources_give():
    spec = importlib.util.spec_from_file_location("styles", ROOT / ".ci" / "styles.py")
    assert spec
    assert spec.loader
    styles = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(styles)
    assert styles.compiled() == CSS, "run: make css"


def test_stylesheet_stays_within_its_budget():
    assert len(gzip.compress(CSS.encode(), 9)) <= 15 * KILOBYTE


def test_fonts_stay_within_their_budget():
    fonts = sorted((STATIC / "fonts").glob("*.woff2"))
    assert len(fonts) == 4
    assert sum(path.stat().st_size for path in fonts) <= 45 * KILOBYTE


def test_every_file_the_stylesheet_names_is_there():
    named = re.findall(r"url\(([^)]+)\)", CSS)
    assert named
    assert [name for name in named if not (STATIC / name.strip("\"'")).is_file()] == []


@pytest.mark.parametrize("foreign", ["GDS Transport", "govuk-header", "govuk-footer", "crest", "crown", "latin-ext"])
def test_nothing_of_another_government_is_shipped(foreign):
    assert foreign not in CSS


LICENCES = ["site/static/fonts/OFL.txt", "site/styles/vendor/govuk-frontend-6.6.0/LICENSE.txt"]


@pytest.mark.parametrize("licence", LICENCES)
def test_licence_stands_beside_what_it_covers(licence):
    assert "Copyright" in (ROOT / licence).read_text(encoding="utf-8")


def test_every_class_of_the_templates_is_styled():
    known = set(re.findall(r"\.((?:portal|govuk)-[a-zA-Z0-9_-]+)", CSS))
    strays = {}
    for path in (ROOT / "templates").rglob("*.html"):
        if {"admin", "wagtailadmin"} & set(path.parts):  # Wagtail styles those
            continue
        used = {name for found in CLASSES.findall(TAGS.sub(" ", path.read_text())) for name in found.split()}
        if unknown := sorted(used - known):
            strays[str(path.relative_to(ROOT))] = unknown
    assert strays == {}


def test_share_picture_and_icons_are_small():
    for name, limit in {"share.png": 40, "icon-180.png": 5, "icon-32.png": 5, "icon.svg": 2}.items():
        assert (STATIC / name).stat().st_size <= limit * KILOBYTE
