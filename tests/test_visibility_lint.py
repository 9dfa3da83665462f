"""The check of `make lint` that refuses a second answer to the question who may see a page."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def lint():
    spec = importlib.util.spec_from_file_location("visibility_lint", ROOT / ".ci" / "visibility.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "line",
    [
        "Page.objects.live()",
        "ServicePage.objects.filter(pk=1).live().public()",
        "Page.objects.public()",
        "rows.filter(page__live=True)",
        "Row.objects.exclude(page__live=False)",
        "rows.filter(Q(service__live=True) | Q(pk=1))",
    ],
)
def test_a_query_for_published_pages_beside_the_rule_is_named_with_its_function(lint, line):
    assert set(lint.faults(f"def pages():\n    return {line}\n")) == {(2, "pages")}


@pytest.mark.parametrize("line", ["visible(Page.objects)", "page.live", "Page(title='x', live=True)", "make(live=1)"])
def test_what_asks_nobody_is_left_alone(lint, line):
    assert list(lint.faults(line)) == []


def test_the_code_keeps_the_rule_and_every_exception_is_needed(lint, capsys):
    assert lint.main() == 0, capsys.readouterr().err
