"""What a form asks, as plain data that can be stored, hashed and compared: steps of questions.

Every human word of a form is in one language; `words_of` takes them out by place, `in_words` puts those of another
language in. What is left without its words is the structure, and two languages of one form must have the same.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from services.forms.definition.conditions import Condition, as_json, from_json


class Kind(models.TextChoices):
    """The kinds of questions; the value of an answer is given in services/forms/definition/answer_rules.py."""

    TEXT = "text", _("Short text")
    LONG_TEXT = "long_text", _("Long text")
    PERSON_NAME = "person_name", _("Name of a person")
    NUMBER = "number", _("Whole number")
    MEASURE = "measure", _("Measured quantity (area, length, weight …)")
    AMOUNT = "amount", _("Amount in đồng")
    DATE = "date", _("Date")
    BIRTH_DATE = "birth_date", _("Date of birth")
    YES_NO = "yes_no", _("Yes or no")
    ONE = "one", _("Choose one")
    MANY = "many", _("Choose several")
    EMAIL = "email", _("E-mail address")
    PHONE = "phone", _("Phone number")
    IDENTIFICATION = "identification", _("Personal identification number")
    BUSINESS = "business", _("Business registration number")
    ADDRESS = "address", _("Address")
    FILES = "files", _("Files")
    GROUP = "group", _("Repeating group")
    INFORMATION = "information", _("Information to read")


class Prefill(models.TextChoices):
    """Where the first answer to a question comes from: the profile of the person who files."""

    FULL_NAME = "full_name", _("Full name")
    IDENTIFICATION_NUMBER = "identification_number", _("Personal identification number")
    PHONE = "phone", _("Phone number")
    EMAIL = "email", _("E-mail address")
    ADDRESS = "address", _("Address")
    ORGANISATION_NAME = "organisation_name", _("Name of the organisation")
    BUSINESS_NUMBER = "business_number", _("Business registration number")


@dataclass(frozen=True)
class Choice:
    """One answer to choose. The value is a machine's name and the same in every language."""

    value: str
    label: str


@dataclass(frozen=True)
class Limits:
    """What an answer may be: characters of a text, size of a number, an ISO date, how many files or items of a group;
    of a measure its size as decimal text.

    None means that only the usual limit of the kind holds.
    """

    least: int | str | None = None
    most: int | str | None = None


@dataclass(frozen=True)
class Question:
    """One question. `key` is unique in the whole form; `shown_when` speaks of earlier questions only.

    `document` is the translation key of the paper a question of files belongs to, `questions` are those of a group,
    and a `sensitive` answer is masked in lists and exports and stands in no mail and no log. `unit` is that of a
    measure (measures.Unit); `ward_list` the day since when the list is in force that the ward of an address is checked
    against, "" in forms frozen before there was one.
    """

    key: str
    kind: str
    label: str
    hint: str = ""
    required: bool = True
    limits: Limits = Limits()
    choices: tuple[Choice, ...] = ()
    shown_when: Condition | None = None
    prefill: str = ""
    sensitive: bool = False
    document: str = ""
    questions: tuple[Self, ...] = ()
    unit: str = ""
    ward_list: str = ""


OWN_OF_A_KIND = ("unit", "ward_list")
"""What only questions of one kind have; it is left out where it is empty, so that older versions keep their digests."""


@dataclass(frozen=True)
class Step:
    """One page of the form."""

    key: str
    heading: str
    help: str = ""
    shown_when: Condition | None = None
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Form:
    """A whole form."""

    steps: tuple[Step, ...] = field(default=())

    def questions(self) -> Iterator[Question]:
        """Return every question in the order of the form, without those inside groups."""
        return (question for step in self.steps for question in step.questions)

    def question(self, key: str) -> Question | None:
        return next((question for question in self.questions() if question.key == key), None)

    def step(self, key: str) -> Step | None:
        return next((step for step in self.steps if step.key == key), None)


def form_to_json(form: Form) -> dict[str, Any]:
    """Return the form as JSON data; `read` makes the same form of it again."""
    return {"steps": [_step_json(step) for step in form.steps]}


def form_from_json(data: Mapping[str, Any]) -> Form:
    """Return the form that `form_to_json` wrote. KeyError or ValueError when the data is none."""
    return Form(tuple(_read_step(step) for step in data["steps"]))


def words_of(form: Form) -> dict[str, str]:
    """Return every human word of the form by its place, e.g. `owner/heading`, `owner.full_name/label`,
    `case=moi/label`.
    """
    return {place: text for place, text in _places(form) if text}


def form_in_words(form: Form, words: Mapping[str, str]) -> Form:
    """Return the same form with these words; a word that is missing stays as it is."""
    return Form(tuple(_step_in(step, words) for step in form.steps))


def digest(form: Form) -> str:
    """sha256 of the whole form, words included."""
    return _sha256(form_to_json(form))


def structure_digest(form: Form) -> str:
    """sha256 of what the form asks, whatever the words."""
    return _sha256(form_to_json(form_in_words(form, dict.fromkeys(words_of(form), ""))))


def _sha256(data: Mapping[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _step_json(step: Step) -> dict[str, Any]:
    return {
        "key": step.key,
        "heading": step.heading,
        "help": step.help,
        "shown_when": as_json(step.shown_when),
        "questions": [_question_json(question) for question in step.questions],
    }


def _question_json(question: Question) -> dict[str, Any]:
    plain = {name: getattr(question, name) for name in ("key", "kind", "label", "hint", "required")}
    return plain | {
        "limits": asdict(question.limits),
        "choices": [asdict(choice) for choice in question.choices],
        "shown_when": as_json(question.shown_when),
        "prefill": question.prefill,
        "sensitive": question.sensitive,
        "document": question.document,
        "questions": [_question_json(inner) for inner in question.questions],
        **{name: value for name in OWN_OF_A_KIND if (value := getattr(question, name))},
    }


def _read_step(data: Mapping[str, Any]) -> Step:
    return Step(
        key=data["key"],
        heading=data["heading"],
        help=data["help"],
        shown_when=from_json(data["shown_when"]),
        questions=tuple(_read_question(question) for question in data["questions"]),
    )


def _read_question(data: Mapping[str, Any]) -> Question:
    return Question(
        **{name: data[name] for name in ("key", "label", "hint", "required", "prefill", "sensitive", "document")},
        **{name: data[name] for name in OWN_OF_A_KIND if name in data},
        kind=Kind(data["kind"]).value,
        limits=Limits(**data["limits"]),
        choices=tuple(Choice(**choice) for choice in data["choices"]),
        shown_when=from_json(data["shown_when"]),
        questions=tuple(_read_question(question) for question in data["questions"]),
    )


def _places(form: Form) -> Iterator[tuple[str, str]]:
    for step in form.steps:
        yield f"{step.key}/heading", step.heading
        yield f"{step.key}/help", step.help
        for question in step.questions:
            yield from _places_of(question, step.key)


def _places_of(question: Question, above: str) -> Iterator[tuple[str, str]]:
    place = f"{above}.{question.key}"
    yield f"{place}/label", question.label
    yield f"{place}/hint", question.hint
    for choice in question.choices:
        yield f"{place}={choice.value}/label", choice.label
    for inner in question.questions:
        yield from _places_of(inner, place)


def _step_in(step: Step, words: Mapping[str, str]) -> Step:
    return replace(
        step,
        heading=words.get(f"{step.key}/heading", step.heading),
        help=words.get(f"{step.key}/help", step.help),
        questions=tuple(_question_in(question, step.key, words) for question in step.questions),
    )


def _question_in(question: Question, above: str, words: Mapping[str, str]) -> Question:
    place = f"{above}.{question.key}"
    return replace(
        question,
        label=words.get(f"{place}/label", question.label),
        hint=words.get(f"{place}/hint", question.hint),
        choices=tuple(
            replace(choice, label=words.get(f"{place}={choice.value}/label", choice.label))
            for choice in question.choices
        ),
        questions=tuple(_question_in(inner, place, words) for inner in question.questions),
    )
