"""The judged queries are fit to measure a search by: well-formed, complete, in two halves that share no need."""

import json
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from core.text import fold
from home.demo import content

FILE = Path(__file__).resolve().parents[2] / "search" / "evaluation" / "queries.jsonl"
QUERIES = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
DEMO_CODES = {record["procedure_code"] for record in content.services() if "procedure_code" in record}

HALVES = {"tuning", "checking"}
NEEDS = {"demo", "national"}
FIELDS = {"query", "language", "kind", "codes", "set", "needs"}
KINDS = {
    *("plain", "no_marks", "nfd", "tone_placement", "y_i", "telex", "vni", "abbreviation"),
    *("synonym", "colloquial", "question", "typo", "joined", "code", "business", "english"),
}
AUTHORITIES = {
    *("tax", "court", "police", "military", "social_insurance", "electricity"),
    *("registry", "hospital", "bank", "telecom", "embassy"),
}

pytestmark = pytest.mark.once


def those_that(faulty) -> list[str]:
    return [query["query"] for query in QUERIES if faulty(query)]


def test_every_query_has_the_fields_of_the_format_and_no_other():
    assert those_that(lambda query: set(query) - {"elsewhere"} != FIELDS) == []
    assert those_that(lambda query: query["kind"] not in KINDS or query["set"] not in HALVES) == []
    assert those_that(lambda query: query["needs"] not in NEEDS) == []
    assert those_that(lambda query: query["language"] != ("en" if query["kind"] == "english" else "vi")) == []
    assert those_that(lambda query: query["query"] != query["query"].strip() or not fold(query["query"])) == []


def test_what_no_procedure_here_answers_belongs_to_an_authority():
    assert those_that(lambda query: bool(query["codes"]) == ("elsewhere" in query)) == []
    assert {query["elsewhere"] for query in QUERIES if "elsewhere" in query} == AUTHORITIES


def test_codes_are_codes_named_once_and_in_order():
    assert those_that(lambda query: query["codes"] != sorted(set(query["codes"]))) == []
    assert {code for query in QUERIES for code in query["codes"] if code[:2] not in {"1.", "2.", "3."}} == set()
    assert {code for query in QUERIES for code in query["codes"] if not code[2:].isdigit()} == set()


def test_a_query_needs_the_demo_alone_when_the_demo_answers_it():
    answered = [query for query in QUERIES if query["codes"]]
    wrong = [query["query"] for query in answered if (query["needs"] == "demo") != bool(DEMO_CODES & {*query["codes"]})]
    assert wrong == []


def test_no_two_queries_are_alike_without_marks_and_capitals():
    assert [words for words, count in Counter(fold(query["query"]) for query in QUERIES).items() if count > 1] == []


def test_halves_share_no_need():
    needs = {
        half: {tuple(query["codes"]) for query in QUERIES if query["set"] == half and query["codes"]} for half in HALVES
    }
    assert needs["tuning"] & needs["checking"] == set()


def test_every_kind_is_there_often_enough_in_each_half():
    counts = Counter((query["kind"], query["set"]) for query in QUERIES)
    assert {(kind, half): counts[kind, half] for kind in KINDS for half in HALVES if counts[kind, half] < 10} == {}
    assert counts["colloquial", "checking"] + counts["question", "checking"] >= 60
    assert sum(query["needs"] == "demo" for query in QUERIES) >= 120


def test_typed_marks_stay_as_they_were_typed():
    composed = {query["query"]: unicodedata.is_normalized("NFC", query["query"]) for query in QUERIES}
    assert those_that(lambda query: composed[query["query"]] == (query["kind"] == "nfd")) == []
    ascii_kinds = {"no_marks", "telex", "vni", "code"}
    assert those_that(lambda query: query["kind"] in ascii_kinds and not query["query"].isascii()) == []
