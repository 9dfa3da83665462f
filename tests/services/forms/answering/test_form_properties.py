"""Promises of the form engine, tried with random forms and answers."""

import json
from typing import Any

from django.utils import translation
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from services.forms.answering.builder import StepForm
from services.forms.answering.display import displayed_answers
from services.forms.answering.flow import relevant_answers, visible_questions
from services.forms.answering.validation import validate
from services.forms.definition.answer_rules import is_blank
from services.forms.definition.problems import problems
from services.forms.definition.provinces import province_label
from services.forms.definition.questions import (
    Form,
    Kind,
    Question,
    digest,
    form_from_json,
    form_in_words,
    form_to_json,
    structure_digest,
    words_of,
)
from services.forms.form_versions.comparison import carried_over, changes, fits
from services.forms.form_versions.json_schema import json_schema, published
from services.forms.form_versions.schema_conditions import Conditions
from tests.services.forms.strategies import BAD, forms, posted, raw_answers, right_answers

quick = settings(
    max_examples=60,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def posted_through(form: Form, raw: dict[str, Any]) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """What the pages of a form store and complain of, posted one after the other."""
    stored: dict[str, Any] = {}
    errors: dict[str, list[str]] = {}
    files = {each.key: raw.get(each.key) or [] for each in form.questions() if each.kind == Kind.FILES}
    for step in form.steps:
        page = StepForm(form, step, answers=stored, data=posted(step, raw), files=files)
        page.is_valid()
        stored |= page.checked.answers
        errors |= {name: [str(error) for error in found] for name, found in page.errors.items()}
    return stored, errors


@quick
@given(st.data())
def test_pages_and_a_dictionary_are_judged_alike(data):
    form = data.draw(forms())
    raw = data.draw(raw_answers(form))
    stored, errors = posted_through(form, raw)
    checked = validate(form, raw)
    assert errors == checked.errors
    assert stored == checked.answers


@quick
@given(st.data())
def test_stored_answers_are_accepted_again_and_stay_as_they_are(data):
    form = data.draw(forms())
    stored = validate(form, data.draw(raw_answers(form, good=20)), complete=False).answers
    assert json.loads(json.dumps(stored)) == stored
    again = validate(form, stored, complete=False)
    assert (again.answers, again.errors, again.dropped) == (stored, {}, [])
    assert fits(form, stored) == {}
    assert carried_over(form, form, stored) == {key: value for key, value in stored.items() if not is_blank(value)}


@quick
@given(st.data())
def test_a_page_opens_with_what_is_stored_and_posts_it_again(data):
    form = data.draw(forms())
    stored = validate(form, data.draw(right_answers(form)), complete=False).answers
    files = {each.key: stored.get(each.key, []) for each in form.questions() if each.kind == Kind.FILES}
    for step in form.steps:
        page = StepForm(form, step, answers=stored)
        again = StepForm(form, step, answers=stored, data=as_opened(page), files=files, complete=False)
        assert again.is_valid(), again.errors
        assert again.checked.answers == {key: stored[key] for key in [q.key for q in step.questions] if key in stored}


def as_opened(page: Any) -> dict[str, Any]:
    """What a browser posts of a page nobody has touched."""
    data: dict[str, Any] = {f"{name}-count": str(count) for name, count in page.counts.items()}
    for bound in page:
        value = bound.value()
        if hasattr(bound.field.widget, "parts"):
            context = bound.field.widget.get_context(bound.html_name, value, {"id": "x"})
            data |= {box["name"]: box["value"] for box in context["widget"]["boxes"]}
        elif value is not None:
            data[bound.html_name] = value if isinstance(value, list) else str(value)
    return data


@quick
@given(st.data())
def test_hidden_answers_never_survive(data):
    form = data.draw(forms())
    raw = data.draw(right_answers(form))
    checked = validate(form, raw)
    on_show = {question.key for step in visible_questions(form, checked.answers) for question in step.questions}
    assert set(checked.answers) <= on_show
    assert relevant_answers(form, checked.answers) == checked.answers
    said = set(checked.answers) | set(checked.dropped) | {place.split("-")[0] for place in checked.found}
    assert {key for key, value in raw.items() if not is_blank(value)} <= said | on_show


@quick
@given(st.data())
def test_what_was_filled_is_what_is_shown(data):
    form = data.draw(forms())
    answers = validate(form, data.draw(right_answers(form)), complete=False).answers
    files = {each.key: answers.get(each.key, []) for each in form.questions() if each.kind == Kind.FILES}
    language = data.draw(st.sampled_from(["vi", "en"]))
    with translation.override(language):
        rows = [row for step in displayed_answers(form, answers, files=files) for row in step.rows]
    by_key = {row.key: row.lines for row in rows}
    told = {key for key, _ in leaves(form, answers)}
    assert {row.key for row in rows if row.is_answered} == told
    for key, (question, value) in leaves(form, answers):
        assert read_back(question, by_key[key], language) == spoken(question, value, language), key


def leaves(form: Form, answers: dict[str, Any]) -> list[tuple[str, tuple[Question, Any]]]:
    """Every single answer by its place, those in groups too."""
    found = []
    for question in form.questions():
        value = answers.get(question.key)
        if question.kind == Kind.GROUP:
            inner = {each.key: each for each in question.questions}
            for number, item in enumerate(value or []):
                found += [(f"{question.key}-{number}-{key}", (inner[key], part)) for key, part in item.items()]
        elif value is not None:
            found.append((question.key, (question, value)))
    return found


def read_back(question: Question, lines: tuple[str, ...], language: str) -> Any:  # noqa: PLR0911 (one line per kind)
    """What a person who reads the lines takes the answer to be."""
    one = "\n".join(lines)
    labels = {choice.label: choice.value for choice in question.choices}
    match question.kind:
        case Kind.NUMBER | Kind.AMOUNT:
            return int("".join(sign for sign in one if sign.isdigit() or sign == "-"))
        case Kind.MEASURE:
            signs = str.maketrans(",.", ".," if language == "vi" else ",.")
            return float(one.removesuffix(" m²").translate(signs).replace(",", ""))
        case Kind.DATE | Kind.BIRTH_DATE:
            return "-".join(reversed(one.split("/")))
        case Kind.YES_NO:
            return {"Có": True, "Không": False, "Yes": True, "No": False}[one]
        case Kind.ONE:
            return labels[one]
        case Kind.MANY:
            return [labels[line] for line in lines]
        case Kind.FILES:
            return list(lines)
    return one


def spoken(question: Question, value: Any, language: str) -> Any:
    """The answer in the shape `read_back` gives."""
    if question.kind == Kind.MEASURE:
        return float(value)
    if question.kind != Kind.ADDRESS:
        return value
    with translation.override(language):
        return f"{value['street']}\n{value['ward']}, {province_label(value['province'])}"


@quick
@given(st.data())
def test_masked_answers_show_nothing_of_what_is_sensitive(data):
    form = data.draw(forms())
    answers = validate(form, data.draw(right_answers(form)), complete=False).answers
    plain = {row.key: row for step in displayed_answers(form, answers) for row in step.rows}
    for step in displayed_answers(form, answers, masked=True):
        for row in step.rows:
            question = sensitive_at(form, row.key)
            assert row.lines == (("••••••",) if question and row.lines else plain[row.key].lines)


def sensitive_at(form: Form, place: str) -> bool:
    parts = place.split("-")
    question = form.question(parts[0])
    inner = {each.key: each for each in question.questions}
    return question.sensitive or (len(parts) == 3 and inner[parts[2]].sensitive)


@quick
@given(st.data())
def test_the_schema_accepts_what_validation_accepts(data):
    form = data.draw(forms())
    checked = validate(form, data.draw(right_answers(form)))
    assume(checked.is_valid)
    schema = json_schema(form)
    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(checked.answers)) == []


WIDER = (Kind.EMAIL, Kind.DATE, Kind.BIRTH_DATE, Kind.PERSON_NAME, Kind.MEASURE)
EXACT = [kind for kind in Kind if kind not in WIDER]
JUNK = [None, True, 5, -1, 10**16, 1.5, "", " ", "x", "new", [], ["new"], ["new", "new"], [{}], {}, {"x": 1}, [5]]


@settings(quick, max_examples=150)
@given(st.data())
def test_what_the_schema_accepts_validation_accepts(data):
    """Where the schema is exact: kinds it is wider for are left out, signs without a shape, what it cannot say."""
    form = data.draw(forms(kinds=EXACT).filter(says_all))
    answers = validate(form, data.draw(right_answers(form)), complete=False).answers
    key = data.draw(st.sampled_from([each.key for each in form.questions()] + ["unknown"]))
    junk = [*JUNK, *BAD.get(kind_of(form, key), [])]
    value = data.draw(st.sampled_from([*junk, "gone"]))
    given_answers = {name: part for name, part in answers.items() if name != key}
    if value != "gone":
        given_answers[key] = value
    accepted = Draft202012Validator(json_schema(form)).is_valid(given_answers)
    checked = validate(form, given_answers)
    codes = {error.code for errors in checked.found.values() for error in errors}
    assert not accepted or codes <= {"sign"}, checked.errors
    if checked.is_valid and checked.answers == {k: v for k, v in given_answers.items() if k not in checked.dropped}:
        assert accepted


def kind_of(form: Form, key: str) -> str:
    question = form.question(key)
    return question.kind if question else ""


def says_all(form: Form) -> bool:
    """Whether no condition inside a group speaks of the outside."""
    return None not in Conditions.of(form).rules.values()


@quick
@given(forms())
def test_a_form_is_read_as_it_was_written(form):
    stored = json.loads(json.dumps(form_to_json(form)))
    assert form_from_json(stored) == form
    assert digest(form_from_json(stored)) == digest(form)


@quick
@given(forms())
def test_words_change_the_digest_but_not_the_structure(form):
    english = form_in_words(form, {place: f"{text} (en)" for place, text in words_of(form).items()})
    assert structure_digest(english) == structure_digest(form)
    assert digest(english) != digest(form)
    assert form_in_words(english, words_of(form)) == form
    assert all(text.endswith(" (en)") for text in words_of(english).values())


@quick
@given(forms(), forms())
def test_every_difference_of_structure_or_words_is_told(old, new):
    assert bool(changes(old, new)) == (digest(old) != digest(new))


@quick
@given(forms(), st.sampled_from(["vi", "en"]))
def test_a_form_without_problems_can_be_built_and_published(form, language):
    assert problems(form) == []
    with translation.override(language):
        assert json.dumps(published(form))
        for step in form.steps:
            page = StepForm(form, step, answers={})
            assert [block.question for block in page.blocks] == page.page
            assert all(f'id="id_{each.key}' in str(page) for each in page.page if each.kind in (Kind.TEXT, Kind.GROUP))


@quick
@given(forms(), st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists, max_leaves=8))
def test_nothing_that_is_sent_makes_the_engine_stumble(form, junk):
    for sent in (
        junk,
        {each.key: junk for each in form.questions()},
        {each.key: {"x": junk} for each in form.questions()},
    ):
        checked = validate(form, sent)
        assert isinstance(checked.errors, dict)
        assert json.dumps(checked.answers)
