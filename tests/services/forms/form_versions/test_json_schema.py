"""What partners read about a form."""

import json
import re

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from services.forms.definition.conditions import Test as Compare
from services.forms.definition.questions import Kind, Limits, form_from_json, form_to_json, words_of
from services.forms.form_versions.json_schema import json_schema, layout, published, texts
from tests.services.forms.samples import AGAIN, FAMILY, NEW, form, question


def faults(answers, of=FAMILY):
    return [
        error.message
        for error in Draft202012Validator(json_schema(of), format_checker=FormatChecker()).iter_errors(answers)
    ]


def test_right_answers_pass():
    assert faults(NEW) == []
    assert faults(AGAIN) == []


@pytest.mark.parametrize(
    "change",
    [
        {"unknown": 1},
        {"full_name": ""},
        {"full_name": "x" * 201},
        {"birth": "31/05/1990"},
        {"birth": "1990-02-31"},
        {"case": "third"},
        {"case": "again", "lost": True},
        {"income": -1},
        {"income": "5"},
        {"children": []},
        {"children": [{}]},
        {"children": [{"in_school": False}]},
        {"children": [{"child_name": "An", "in_school": True}]},
        {"children": [{"child_name": "An", "in_school": False}] * 4},
        {"home": {"province": "Hà Tây", "ward": "a", "street": "b"}},
        {"home": {"province": "Thanh Hóa", "street": "b"}},
    ],
)
def test_wrong_answers_do_not(change):
    assert faults(NEW | change)


def test_every_question_always_asked_is_required():
    assert json_schema(FAMILY)["required"] == ["full_name", "birth", "home", "case"]


def test_hidden_answers_are_allowed_as_they_are_dropped():
    assert faults(NEW | {"reason": 5, "paper-0a1b2c3d": "x"}) == []


def test_what_hangs_on_a_hidden_answer_is_not_demanded():
    assert faults({**NEW, "reason": "Giấy cũ bị mất"}) == []
    assert faults({**NEW, "case": "again", "reason": "Đã mất", "paper-0a1b2c3d": ["f"]}) == [
        "'lost' is a required property"
    ]


def test_a_comparison_of_dates_leaves_the_answer_open():
    dated = form(question("day", Kind.DATE), question("why", shown_when=Compare("day", "at_least", "2020-01-01")))
    assert json_schema(dated)["properties"]["why"] is True
    assert faults({"day": "2021-01-01"}, dated) == []


def test_signs_of_patterns_are_taken_literally():
    odd = form(question("a"), question("b", shown_when=Compare("a", "contains", "(1.5) [x]-y/z")))
    assert faults({"a": "nhà (1.5) [x]-y/z"}, odd) == ["'b' is a required property"]
    assert faults({"a": "nhà (105) x-y/z"}, odd) == []
    pattern = json_schema(odd)["$defs"]["asked-b"]["properties"]["a"]["pattern"]
    assert set(re.findall(r"\\(.)", pattern)) <= set("^$.*+?()[]{}|/\\"), "ECMAScript refuses other escapes"


def test_the_layout_holds_no_words_and_the_texts_all_of_them():
    told = json.dumps(layout(FAMILY), ensure_ascii=False)
    assert not any(text in told for text in words_of(FAMILY).values())
    assert texts(FAMILY) == words_of(FAMILY)
    assert [step["key"] for step in layout(FAMILY)["steps"]] == ["who", "family", "papers"]
    assert layout(FAMILY)["steps"][2]["shown_when"] == {"question": "case", "operator": "is", "value": "again"}


def test_limits_stand_in_the_schema():
    limited = form(question("a", limits=Limits(2, 9)), question("d", Kind.DATE, limits=Limits("2020-01-01", "today")))
    properties = json_schema(limited)["properties"]
    assert (properties["a"]["minLength"], properties["a"]["maxLength"]) == (2, 9)
    assert (properties["d"]["x-least"], properties["d"]["x-most"]) == ("2020-01-01", "today")


def test_a_form_read_from_storage_is_published_alike():
    assert published(form_from_json(json.loads(json.dumps(form_to_json(FAMILY))))) == published(FAMILY)
    Draft202012Validator.check_schema(json_schema(FAMILY))
