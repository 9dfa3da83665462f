"""How well the search answers the judged queries that nobody tuned to, on the demo's services.

The figures are a little below those that were measured, so that a word changed in the demo breaks nothing; on all of
the national records they are measured by hand (search/evaluation/README.md).
"""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.once, pytest.mark.walk]

QUERIES = Path(__file__).resolve().parents[3] / "search" / "evaluation" / "queries.jsonl"
TYPING = ("no_marks", "nfd", "tone_placement", "y_i", "telex", "vni", "joined", "typo", "abbreviation", "code")
WORDING = ("colloquial", "question")


@pytest.fixture
def figures(settings) -> dict[str, dict[str, float]]:
    settings.SEARCH_FRESH_SECONDS = 600  # nothing is published meanwhile
    told = StringIO()
    call_command("search_eval", str(QUERIES), "--set=checking", "--json", stdout=told)
    return json.loads(told.getvalue())


def share(figures: dict[str, dict[str, float]], kinds: tuple[str, ...], name: str) -> float:
    """The share over several kinds together."""
    queries = sum(figures[kind]["queries"] for kind in kinds)
    return sum(figures[kind][name] * figures[kind]["queries"] for kind in kinds) / queries


def test_the_right_service_comes_first_whatever_is_typed(figures):
    assert figures["all"]["queries"] > 200
    assert figures["all"]["first"] >= 0.88
    assert figures["all"]["in_five"] >= 0.94
    assert figures["all"]["nothing"] <= 0.01
    assert share(figures, TYPING, "first") >= 0.95
    assert share(figures, WORDING, "first") >= 0.75
    assert share(figures, WORDING, "in_five") >= 0.90
