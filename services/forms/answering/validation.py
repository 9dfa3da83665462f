"""A whole form or one step of it, judged: the same rules for posted pages and for a plain dictionary of answers.

Places of errors are the names of the fields on the page: `name`, `home-ward` (part of an address), `children-0-name`
(a question inside the first item of a group), `children` (the group as a whole).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from services.forms.answering.flow import relevant_answers_before, walk_questions
from services.forms.answering.plausibility import contradictions, doubt_about
from services.forms.definition.answer_rules import clean_answer, is_blank, missing_answer_text, wrong_type_error
from services.forms.definition.answers import Answer, Answers
from services.forms.definition.conditions import holds
from services.forms.definition.confirmations import CONFIRMED, confirmed_in, is_confirmation, with_confirmed
from services.forms.definition.limits import bounds
from services.forms.definition.questions import Form, Kind, Question, Step

MOST_ITEMS = 100
"""More items of a group are not even looked at."""


@dataclass
class ValidationResult:
    """What became of the answers: the good ones as they are stored, what is wrong by place, what does not count.

    While there are errors, `answers` holds what is right; of a group with a wrong item nothing.
    """

    answers: Answers = field(default_factory=dict)
    found: dict[str, list[ValidationError]] = field(default_factory=dict)
    dropped: list[str] = field(default_factory=list)

    @property
    def errors(self) -> dict[str, list[str]]:
        """The sentences for the person who filled the form in, by place."""
        return {place: [text for error in errors for text in error.messages] for place, errors in self.found.items()}

    @property
    def is_valid(self) -> bool:
        return not self.found

    def refuse(self, place: str, error: ValidationError) -> None:
        self.found.setdefault(place, []).append(error)


def validate(form: Form, data: object, *, complete: bool = True) -> ValidationResult:
    """Judge the answers to a whole form. Keys the form does not know are errors; hidden answers are dropped.

    Without `complete` missing answers are no errors: what there is must be right.
    """
    checked = ValidationResult()
    if not isinstance(data, Mapping):
        checked.refuse("", wrong_type_error())
        return checked
    _refuse_unknown((question for question in form.questions()), data, checked)
    confirmed = confirmed_in(data)
    for step in form.steps:
        _judge_step(step, data, checked.answers, checked, confirmed if complete else None)
    checked.answers = with_confirmed(form, checked.answers, confirmed)
    return checked


def validate_step(
    form: Form,
    step: Step,
    data: Mapping[str, object],
    *,
    answers: Mapping[str, Answer],
    complete: bool = True,
    with_files: bool = True,
) -> ValidationResult:
    """Judge the answers to one step, where `answers` are those stored for the form so far.

    `with_files=False` leaves the questions of files out: they are handed in on their own.
    """
    checked = ValidationResult()
    known = relevant_answers_before(form, step, answers)
    judged = [each for each in step.questions if with_files or each.kind != Kind.FILES]
    _refuse_unknown(step.questions, data, checked)
    confirmed = confirmed_in(data) | confirmed_in(answers)
    alone = Step(step.key, "", "", step.shown_when, tuple(judged))
    _judge_step(alone, data, known, checked, confirmed if complete else None)
    given = {question.key: known[question.key] for question in judged if question.key in known}
    checked.answers = with_confirmed(Form((alone,)), given, confirmed)
    return checked


def _refuse_unknown(
    questions: Iterable[Question], data: Mapping[str, object], checked: ValidationResult, at: str = ""
) -> None:
    keys = {question.key for question in questions if question.kind != Kind.INFORMATION}
    for key in data:
        if key == CONFIRMED and not at:
            if not is_confirmation(data[key]):
                checked.refuse(CONFIRMED, wrong_type_error())
        elif key not in keys:
            checked.refuse(f"{at}{key}", ValidationError(_("The form has no such question."), code="unknown"))


def _judge_step(
    step: Step, data: Mapping[str, object], known: Answers, checked: ValidationResult, confirmed: Collection[str] | None
) -> None:
    """Adds the good answers to `known`, the rest to `checked`. `confirmed` is None while answers may be missing."""
    if not holds(step.shown_when, known):
        checked.dropped += [each.key for each in step.questions if not is_blank(data.get(each.key))]
        return
    judge = _Judge(data, known, checked, confirmed)
    judge.all_of(step.questions)


@dataclass
class _Judge:
    """Walks questions; `at` is the place of the item they stand in.

    `confirmed` are the numbers somebody says are right. It is None while the form is not complete: then answers may be
    missing, and what they say together is not judged yet.
    """

    data: Mapping[str, object]
    known: Answers
    checked: ValidationResult
    confirmed: Collection[str] | None
    at: str = ""

    @property
    def complete(self) -> bool:
        return self.confirmed is not None

    def all_of(self, questions: Iterable[Question]) -> None:
        questions = [question for question in questions if question.kind != Kind.INFORMATION]
        asked = list(walk_questions(questions, self.known, self.take))
        for question in questions:
            if question not in asked and not is_blank(self.data.get(question.key)):
                self.checked.dropped.append(f"{self.at}{question.key}")
        if self.complete:
            self._together(asked)

    def _together(self, asked: list[Question]) -> None:
        """Refuse what cannot be right beside the other answers."""
        for key, error in list(contradictions(asked, self.known)):
            del self.known[key]
            self.checked.refuse(f"{self.at}{key}", error)

    def take(self, question: Question) -> Answer:
        """Return the stored value of one answer, None when there is none or it is wrong."""
        raw, place = self.data.get(question.key), f"{self.at}{question.key}"
        try:
            if question.kind == Kind.GROUP:
                return self.items(question, raw, place)
            return self._confirmed(question, clean_answer(question, raw, demand=self.complete))
        except ValidationError as wrong:
            for error in wrong.error_list:
                part = f"-{error.code}" if question.kind == Kind.ADDRESS and error.code != "type" else ""
                self.checked.refuse(f"{place}{part}", error)
        return None

    def _confirmed(self, question: Question, value: Answer) -> Answer:
        """Return the value; ValidationError for a number in doubt that nobody confirmed."""
        if question.kind != Kind.IDENTIFICATION or not isinstance(value, str) or self.confirmed is None:
            return value
        if error := doubt_about(value, self.confirmed):
            raise error
        return value

    def items(self, group: Question, raw: object, place: str) -> list[Answers] | None:
        """Return the items of a group; an empty one does not count, but the others keep their number in errors."""
        if raw is not None and not is_blank(raw) and not isinstance(raw, list | tuple):
            raise wrong_type_error()
        given = raw if isinstance(raw, list | tuple) else []
        filled = [(number, item) for number, item in enumerate(given) if not is_blank(item)]
        self._count(group, len(filled))
        before = len(self.checked.found)
        values = [self._item(group, item, f"{place}-{number}") for number, item in filled[:MOST_ITEMS]]
        good = [value for value in values if value]
        if len(self.checked.found) > before:
            return None
        self._count(group, len(good))
        return good or None

    def _item(self, group: Question, item: object, place: str) -> Answers:
        if not isinstance(item, Mapping):
            self.checked.refuse(place, wrong_type_error())
            return {}
        _refuse_unknown(group.questions, item, self.checked, f"{place}-")
        inner = _Judge(item, dict(self.known), self.checked, self.confirmed, f"{place}-")
        inner.all_of(group.questions)
        return {each.key: inner.known[each.key] for each in group.questions if each.key in inner.known}

    def _count(self, group: Question, count: int) -> None:
        least, most = bounds(group)
        if not count and group.required and self.complete:
            raise ValidationError(missing_answer_text(group), code="required")
        if count > most:
            raise ValidationError(_("There may be at most {most}.").format(most=most), code="many")
        if count < least and (count or group.required) and self.complete:
            raise ValidationError(_("There must be at least {least}.").format(least=least), code="few")
