"""Two versions of a form: what changed, in sentences, and what that means for answers already given."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from services.forms.answering.flow import items_of, relevant_answers
from services.forms.answering.validation import validate
from services.forms.definition.answer_rules import clean_answer, is_blank
from services.forms.definition.answers import Answer, Answers
from services.forms.definition.conditions import Condition
from services.forms.definition.confirmations import CONFIRMED, confirmed_in, with_confirmed
from services.forms.definition.questions import Choice, Form, Kind, Limits, Question, Step
from services.forms.definition.sentences import questions_of, sentence

Part = TypeVar("Part", Step, Question, Choice)


def changes(old: Form, new: Form) -> list[str]:
    """Return every difference in sentences, in the order of the new form; nothing when they are the same."""
    return [*_steps(old, new), *_questions(old, new)]


def fits(form: Form, answers: Mapping[str, Answer]) -> dict[str, str]:
    """Return the stored answers that no longer fit this form, by key, each with the reason.

    A question that is new and not answered yet is no misfit. Files are not judged: they stay with their paper.
    """
    files = {question.key for question in form.questions() if question.kind == Kind.FILES}
    given = {key: value for key, value in answers.items() if key not in files and not is_blank(value)}
    known = {CONFIRMED, *(question.key for question in form.questions())}
    reasons = {key: _("This is not asked any more.") for key in given if key not in known}
    checked = validate(form, {key: value for key, value in given.items() if key in known}, complete=False)
    for place, errors in checked.errors.items():
        reasons.setdefault(_key_of(place), " ".join(errors))
    for place in checked.dropped:
        reasons.setdefault(_key_of(place), _("This is not asked with your other answers."))
    return reasons


def carried_over(old: Form, new: Form, answers: Mapping[str, Answer]) -> Answers:
    """Return the answers a draft keeps when it moves from one version to another: those of questions of the same key
    that are
    still right, if the kind is the same or grew out of the old one; of a group, what is right in each item. Hidden ones
    are kept too, they count only when asked.
    """
    before = {question.key: question for question in old.questions()}
    carried = {}
    for question in new.questions():
        was = before.get(question.key)
        if was and may_become(was.kind, question.kind) and not is_blank(answers.get(question.key)):
            value = _still_right(was, question, answers[question.key])
            if value is not None:
                carried[question.key] = value
    return with_confirmed(new, carried, confirmed_in(answers))


GREW: dict[str, str] = {Kind.PERSON_NAME: Kind.TEXT, Kind.BIRTH_DATE: Kind.DATE, Kind.MEASURE: Kind.NUMBER}
"""Kinds, and the older ones that asked for the same: an answer given then may still be right."""


def may_become(was: str, now: str) -> bool:
    """Return whether an answer to a question of one kind may be the answer to one of another."""
    return was == now or GREW.get(now) == was


def misfits(old: Form, new: Form, answers: Mapping[str, Answer]) -> dict[str, str]:
    """Return what a draft would lose by moving to the newer version, by key with the reason; hidden answers are no
    loss.
    """
    return fits(new, relevant_answers(old, answers))


def _key_of(place: str) -> str:
    """Return the key of the question an error or a dropped answer belongs to."""
    return place if place.startswith("paper-") else place.split("-", 1)[0]


def _still_right(was: Question, question: Question, value: Answer) -> Answer:
    if question.kind == Kind.GROUP:
        inner = {each.key: each for each in was.questions}
        items = [_item(inner, question, item) for item in items_of(value)]
        return [item for item in items if item] or None
    try:
        return clean_answer(question, value, demand=False)
    except ValidationError:
        return None


def _item(inner: Mapping[str, Question], group: Question, item: Mapping[str, Answer]) -> Answers:
    found = {}
    for question in group.questions:
        was = inner.get(question.key)
        if was and may_become(was.kind, question.kind) and not is_blank(item.get(question.key)):
            found[question.key] = _still_right(was, question, item[question.key])
    return {key: value for key, value in found.items() if value is not None}


def _steps(old: Form, new: Form) -> Iterator[str]:
    before, after = {step.key: step for step in old.steps}, {step.key: step for step in new.steps}
    yield from (_("Step taken away: “{name}”.").format(name=step.heading) for step in _only_in(before, after))
    for key, step in after.items():
        if key not in before:
            yield _("New step: “{name}”.").format(name=step.heading)
            continue
        was, place = before[key], _("Step “{name}”").format(name=step.heading)
        yield from _different(place, _STEP_PARTS, was, step)
        yield from _condition_change(place, (was.shown_when, old), (step.shown_when, new))
    if _order(before, after) != _order(after, before):
        yield _("The steps stand in another order.")


def _questions(old: Form, new: Form) -> Iterator[str]:
    before, after = questions_of(old), questions_of(new)
    yield from (_("Question taken away: “{name}”.").format(name=each.label) for each in _only_in(before, after))
    for key, question in after.items():
        if key not in before:
            yield _("New question: “{name}”.").format(name=question.label)
            continue
        place = _("Question “{name}”").format(name=question.label)
        yield from _different(place, _QUESTION_PARTS, before[key], question)
        yield from _choices(place, before[key], question)
        yield from _condition_change(place, (before[key].shown_when, old), (question.shown_when, new))
    if _order(before, after) != _order(after, before):
        yield _("The questions stand in another order.")
    homes, now = _homes(old), _homes(new)
    for key in after:
        if key in homes and homes[key] != now[key]:
            yield _("Question “{name}” stands in another step or group.").format(name=after[key].label)


def _different(
    place: str, parts: Mapping[str, Callable[[], str]], was: Step | Question, now: Step | Question
) -> Iterator[str]:
    for name, words in parts.items():
        if getattr(was, name) != getattr(now, name):
            yield words().format(place=place, was=_said(getattr(was, name)), now=_said(getattr(now, name)))


def _said(value: object) -> str:
    """Return one part of a definition in words."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, Limits):
        return f"{'…' if value.least is None else value.least} – {'…' if value.most is None else value.most}"
    said = str(value)
    return str(Kind(said).label) if said in Kind.values else said


def _choices(place: str, was: Question, now: Question) -> Iterator[str]:
    before, after = {each.value: each for each in was.choices}, {each.value: each for each in now.choices}
    for choice in _only_in(before, after):
        yield _("{place}: the answer “{name}” was taken away.").format(place=place, name=choice.label)
    for choice in _only_in(after, before):
        yield _("{place}: new answer “{name}”.").format(place=place, name=choice.label)
    for value, choice in after.items():
        if value in before and before[value].label != choice.label:
            words = _("{place}: the answer “{was}” now reads “{now}”.")
            yield words.format(place=place, was=before[value].label, now=choice.label)
    if _order(before, after) != _order(after, before):
        yield _("{place}: the answers stand in another order.").format(place=place)


_Asked = tuple[Condition | None, Form]


def _condition_change(place: str, was: _Asked, now: _Asked) -> Iterator[str]:
    if was[0] != now[0]:
        told = [sentence(condition, questions_of(form)) if condition else _("always") for condition, form in (was, now)]
        yield _("{place}: asked {now}; it was: {was}.").format(place=place, was=told[0], now=told[1])


def _only_in(first: Mapping[str, Part], second: Mapping[str, Part]) -> Iterator[Part]:
    return (value for key, value in first.items() if key not in second)


def _order(one: Iterable[str], other: Mapping[str, object]) -> list[str]:
    return [key for key in one if key in other]


def _homes(form: Form) -> dict[str, str]:
    """Return where each question stands: its step, or its step and group."""
    homes = {}
    for step in form.steps:
        for question in step.questions:
            homes[question.key] = step.key
            homes.update((inner.key, f"{step.key}.{question.key}") for inner in question.questions)
    return homes


_STEP_PARTS: dict[str, Callable[[], str]] = {
    "heading": lambda: _("{place}: the heading was “{was}”."),
    "help": lambda: _("{place}: the help now reads “{now}”; it was “{was}”."),
}
_QUESTION_PARTS: dict[str, Callable[[], str]] = {
    "label": lambda: _("{place}: the question read “{was}”."),
    "hint": lambda: _("{place}: the hint now reads “{now}”; it was “{was}”."),
    "kind": lambda: _("{place}: the kind was “{was}” and is “{now}”."),
    "required": lambda: _("{place}: required: {now}; it was: {was}."),
    "limits": lambda: _("{place}: limits: {now}; they were: {was}."),
    "prefill": lambda: _("{place}: filled in from the profile: “{now}”; it was “{was}”."),
    "sensitive": lambda: _("{place}: sensitive: {now}; it was: {was}."),
    "unit": lambda: _("{place}: the unit was “{was}” and is “{now}”."),
    "ward_list": lambda: _("{place}: wards are checked against the list since “{now}”; before: “{was}”."),
    "document": lambda: _("{place}: the document it belongs to is another one."),
}
