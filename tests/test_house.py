"""The drawing of the house counts what it says it counts."""

import importlib
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

PYPROJECT = """
[tool.importlinter]
root_packages = ["upstairs_of_a_test", "ground_of_a_test"]
exclude_type_checking_imports = true

[[tool.importlinter.contracts]]
name = "Arrows go down only"
type = "layers"
layers = ["upstairs_of_a_test", "ground_of_a_test"]

[[tool.importlinter.contracts]]
name = "Rooms upstairs"
type = "layers"
containers = ["upstairs_of_a_test"]
layers = ["pages : api", "(rules)"]

[[tool.importlinter.contracts]]
name = "No layers"
type = "forbidden"
"""

TREE = {
    "upstairs_of_a_test/__init__.py": '"""What is upstairs.\n\nAnd more of it."""\n',
    "upstairs_of_a_test/pages.py": "from upstairs_of_a_test import api, rules\n",
    "upstairs_of_a_test/api.py": "import ground_of_a_test.text\n\n\ndef late():\n    import upstairs_of_a_test.pages\n",
    "upstairs_of_a_test/rules/__init__.py": "",
    "upstairs_of_a_test/rules/fees.py": "from upstairs_of_a_test.api import late\n",
    "upstairs_of_a_test/migrations/0001_initial.py": "from upstairs_of_a_test import pages\n",
    "upstairs_of_a_test/templatetags/tags.py": "from upstairs_of_a_test import rules\n",
    "site/ground_of_a_test/__init__.py": "",
    "site/ground_of_a_test/text.py": (
        "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from upstairs_of_a_test import pages\n"
    ),
}


@pytest.fixture
def counts(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / ".ci")
    return importlib.import_module("house_counts")


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A house of two apps, with one circle, one import that climbs and one late import."""
    monkeypatch.setattr(sys, "path", [*sys.path])
    for name, text in {**TREE, "pyproject.toml": PYPROJECT}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def test_layers_are_read_from_the_contracts(counts, house):
    floors = [(contract.container, contract.floors) for contract in counts.layers(counts.read_configuration(house))]
    assert floors == [
        ("", (("upstairs_of_a_test",), ("ground_of_a_test",))),
        ("upstairs_of_a_test", (("pages", "api"), ("rules",))),
    ]


def test_rooms_are_folders_that_django_does_not_name(counts, house):
    rooms = counts.packages(house, counts.files(house, ["upstairs_of_a_test", "ground_of_a_test"]))
    assert [(room.path, room.docstring, room.modules, room.lines) for room in rooms] == [
        ("site/ground_of_a_test", "", 1, 4),
        ("upstairs_of_a_test", "What is upstairs.", 2, 9),
        ("upstairs_of_a_test/rules", "", 1, 1),
    ]


def test_a_circle_and_an_import_that_climbs_are_found_late_imports_included(counts, house):
    configuration = counts.read_configuration(house)
    imports = counts.imports_of(house, configuration)
    siblings = counts.sibling_imports(imports)
    assert siblings[""] == {("upstairs_of_a_test", "ground_of_a_test")}, "what is imported for types only is no arrow"
    assert counts.circles(siblings["upstairs_of_a_test"]) == [("api", "pages", "rules")]
    assert counts.climbing(imports, counts.layers(configuration)) == [
        ("upstairs_of_a_test.rules.fees", "upstairs_of_a_test.api")
    ]


def test_two_circles_are_two(counts):
    assert counts.circles({("a", "b"), ("b", "a"), ("b", "c"), ("c", "d"), ("d", "c")}) == [("a", "b"), ("c", "d")]


def test_arrows_that_a_longer_way_implies_are_left_out_and_those_of_a_circle_are_not(counts):
    assert counts.needed({("a", "b"), ("b", "c"), ("a", "c")}) == {("a", "b"), ("b", "c")}
    circle = {("a", "b"), ("b", "c"), ("c", "a"), ("a", "c")}
    assert counts.needed(circle) == circle


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ("from ours import thing\n", 0),
        ("def f():\n    from ours.rules import fees\n", 1),
        ("class C:\n    def f(self):\n        import json, ours\n", 1),
        ("def f():\n    def g():\n        import ours\n", 1),
        ("def f():\n    from django.conf import settings\n", 0),
    ],
)
def test_late_imports_are_those_of_our_own_inside_functions(counts, source, number):
    assert counts.late_imports(source, ["ours"]) == number


@pytest.mark.parametrize(
    ("signature", "somewhere", "plain"),
    [
        ("def f(a: int) -> str: ...", 0, 0),
        ("def f(a: Any, *rest: Any) -> typing.Any: ...", 1, 3),
        ("async def f(*, a: int | Any = 0): ...", 1, 1),
        ("def f(**told: Mapping[str, Any]): ...", 1, 0),
        ("value: Any = 1", 0, 0),
    ],
)
def test_any_is_counted_in_signatures_only(counts, signature, somewhere, plain):
    assert (counts.signatures_with_any(signature), counts.plain_any(signature)) == (somewhere, plain)


def test_a_drawing_has_floors_one_box_of_loose_modules_and_dotted_arrows_that_climb(counts):
    house = importlib.import_module("house")
    imports = {
        ("services.forms.desk.views", "services.forms.models.event"),
        ("services.forms.models.event", "services.forms.desk.queues"),
        ("services.forms.urls", "services.forms.desk.views"),
        ("services.forms.apps", "services.forms.urls"),
        ("services.forms.desk.views", "core.text"),
    }
    lines = house.drawing(counts.Layers("services.forms", (("desk",), ("models",))), frozenset(imports)).splitlines()
    assert [line.strip() for line in lines if "-" in line] == [
        "desk --> models",
        "loose --> desk",
        "models -.-> desk",
    ]
    assert '    loose["2 loose modules"]' in lines
    assert lines.index("        desk") < lines.index("        models")


def test_figures_of_before_are_read_from_the_kept_page(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / ".ci")
    house = importlib.import_module("house")
    assert house.kept_figures("words\n\n| | 2026-11-29 |\n|---|---|\n| modules | 553 |\n") == {"modules": "553"}
