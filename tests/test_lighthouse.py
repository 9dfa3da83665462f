"""The judgement of `make lighthouse`: medians, worst marks, and a word for each mark that was missed."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def lighthouse():
    spec = importlib.util.spec_from_file_location("lighthouse", ROOT / ".ci" / "lighthouse.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(performance: float = 1, seo: float = 1) -> dict:
    """A report of Lighthouse, as far as the judgement reads it."""
    scores = {"performance": performance, "accessibility": 1, "best-practices": 1, "seo": seo}
    refs = [{"id": "description", "weight": 1}, {"id": "hint", "weight": 0}]
    audits = {"description": "No description", "hint": "A hint"}
    return {
        "categories": {name: {"score": score, "auditRefs": refs} for name, score in scores.items()},
        "audits": {key: {"id": key, "title": title, "score": seo} for key, title in audits.items()},
    }


def shortcomings(lighthouse, *runs: dict) -> list[str]:
    return list(lighthouse.Measured("Home", "/", list(runs)).shortcomings())


def test_one_disturbed_run_does_not_spoil_the_performance(lighthouse):
    assert shortcomings(lighthouse, run(), run(performance=0.4), run(performance=0.95)) == []


def test_a_slow_page_is_named(lighthouse):
    assert len(shortcomings(lighthouse, run(), run(performance=0.94), run(performance=0.94))) == 1


def test_any_other_mark_must_be_reached_every_time_and_the_reason_is_told(lighthouse):
    assert shortcomings(lighthouse, run(), run(), run(seo=0.9)) == ["/: seo 90 < 100: No description"]
