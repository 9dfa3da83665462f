"""What is wrong with a definition, in sentences for the editor that name the place. A form without problems can be
published: its pages can be built, its answers judged and its schema written.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from django.utils.translation import gettext as _

from services.forms.definition.condition_problems import Scope, condition_problems
from services.forms.definition.confirmations import CONFIRMED
from services.forms.definition.limits import bounds, has_limits, in_order, is_limit, widest
from services.forms.definition.measures import Unit
from services.forms.definition.questions import Form, Kind, Prefill, Question, Step

MOST_STEPS = 30
MOST_QUESTIONS = 40
MOST_CHOICES = 100
MOST_CONTROLS = 900
"""Django reads at most 1,000 fields of a posted page (DATA_UPLOAD_MAX_NUMBER_FIELDS)."""
LONGEST_KEY = 60

TECHNICAL_NAMES = frozenset(
    {"csrfmiddlewaretoken", "revision", "action", "next", "save", "add", "remove", "step", CONFIRMED}
)
"""Names of a posted page that are no answers."""

_KEY = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_PAPER_KEY = re.compile(r"paper-[0-9a-f]{8}", re.ASCII)
_CHOICE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*", re.ASCII)
_CHOOSING = (Kind.ONE, Kind.MANY)
_NEVER_IN_GROUPS = (Kind.FILES, Kind.GROUP)


def problems(form: Form, *, documents: Collection[str] | None = None) -> list[str]:
    """Return everything wrong with the form.

    `documents` are the translation keys of the service's papers; None leaves the links to them unjudged.
    """
    found = [*_size(form), *_step_keys(form), *_question_keys(form)]
    scope = Scope(later={question.key: question for question in form.questions()})
    for step in form.steps:
        found += condition_problems(step.shown_when, _step_name(step), scope)
        hidden = scope.never(step.shown_when)
        for question in step.questions:
            found += _of_question(question, _name(step, question), scope, documents)
            scope.add(question, hidden=hidden)
    return found


def condition_faults(form: Form) -> Iterator[tuple[int, int | None, str]]:
    """Yield what is wrong with the conditions of a form, whatever else it lacks: the number of the step, that of the
    question (None for the step's own condition), the sentence.
    """
    scope = Scope(later={question.key: question for question in form.questions()})
    for number, step in enumerate(form.steps):
        for fault in condition_problems(step.shown_when, _step_name(step), scope):
            yield number, None, fault
        hidden = scope.never(step.shown_when)
        for place, question in enumerate(step.questions):
            for fault in condition_problems(question.shown_when, _name(step, question), scope):
                yield number, place, fault
            scope.add(question, hidden=hidden)


def _size(form: Form) -> Iterator[str]:
    if not any(form.questions()):
        yield _("The form asks nothing: it needs at least one question.")
    if len(form.steps) > MOST_STEPS:
        yield _("The form has {count} steps; there may be at most {most}.").format(
            count=len(form.steps), most=MOST_STEPS
        )
    for step in form.steps:
        count = len(step.questions) + sum(len(question.questions) for question in step.questions)
        if count > MOST_QUESTIONS:
            words = _("{place}: {count} questions are too many for one page; there may be at most {most}.")
            yield words.format(place=_step_name(step), count=count, most=MOST_QUESTIONS)
        if sum(map(_controls, step.questions)) > MOST_CONTROLS:
            yield _("{place}: full groups would have too many fields for one page.").format(place=_step_name(step))
        if not step.heading.strip():
            yield _("{place}: the heading is missing.").format(place=_step_name(step))


def _controls(question: Question) -> int:
    """Return how many fields a browser may post for a question."""
    match question.kind:
        case Kind.GROUP:
            most = bounds(question)[1]
            return (most if is_limit(question.kind, most) else 0) * sum(map(_controls, question.questions))
        case Kind.MANY:
            return len(question.choices)
        case Kind.ADDRESS | Kind.DATE | Kind.BIRTH_DATE:
            return 3
    return 1


def _step_keys(form: Form) -> Iterator[str]:
    counts = Counter(step.key for step in form.steps)
    for step in form.steps:
        yield from _bad_key(step.key, _step_name(step))
    yield from (_("Two steps have the same key: {key}.").format(key=key) for key, count in counts.items() if count > 1)


def _question_keys(form: Form) -> Iterator[str]:
    every: list[Question] = []
    for question in form.questions():
        every += [question, *question.questions]
    counts = Counter(each.key for each in every)
    for key, count in counts.items():
        if count > 1:
            yield _("Two questions have the same key: {key}.").format(key=key)
    boxes = {
        f"{each.key}_{part}": each.key
        for each in every
        if each.kind in (Kind.DATE, Kind.BIRTH_DATE)
        for part in ("day", "month", "year")
    }
    for key in counts:
        if key in boxes:
            words = _("The key {key} is taken by a box of the date {date}: choose another one.")
            yield words.format(key=key, date=boxes[key])
        if key in TECHNICAL_NAMES:
            yield _("The key {key} is used by the page itself: choose another one.").format(key=key)


def _bad_key(key: str, place: str) -> Iterator[str]:
    if len(key) > LONGEST_KEY or not _KEY.fullmatch(key):
        words = _("{place}: the key “{key}” must be small letters a–z, digits and _, at most {most}, a letter first.")
        yield words.format(place=place, key=key, most=LONGEST_KEY)


def _of_question(
    question: Question, place: str, scope: Scope, documents: Collection[str] | None, *, in_group: bool = False
) -> Iterator[str]:
    if not _is_paper(question):
        yield from _bad_key(question.key, place)
    if question.kind not in Kind.values:
        yield _("{place}: there is no kind of question “{kind}”.").format(place=place, kind=question.kind)
        return
    if not question.label.strip():
        yield _("{place}: the words of the question are missing.").format(place=place)
    if question.prefill and question.prefill not in Prefill.values:
        yield _("{place}: nothing in the profile is called “{name}”.").format(place=place, name=question.prefill)
    yield from condition_problems(question.shown_when, place, scope)
    yield from _choice_problems(question, place)
    yield from _limit_problems(question, place)
    yield from _document_problems(question, place, documents)
    if question.kind == Kind.MEASURE and question.unit not in Unit.values:
        yield _("{place}: the unit of the measure is missing.").format(place=place)
    if not in_group:
        yield from _group_problems(question, place, scope)


def _is_paper(question: Question) -> bool:
    return question.kind in (Kind.FILES, Kind.INFORMATION) and bool(_PAPER_KEY.fullmatch(question.key))


def _choice_problems(question: Question, place: str) -> Iterator[str]:
    values = [choice.value for choice in question.choices]
    if question.kind not in _CHOOSING:
        if values:
            yield _("{place}: only questions to choose from have choices.").format(place=place)
        return
    if not values:
        yield _("{place}: there are no answers to choose from.").format(place=place)
    if len(values) > MOST_CHOICES:
        yield _("{place}: there may be at most {most} answers to choose from.").format(place=place, most=MOST_CHOICES)
    if not all(choice.label.strip() for choice in question.choices):
        yield _("{place}: an answer to choose has no words.").format(place=place)
    yield from _value_problems(values, place)


def _value_problems(values: list[str], place: str) -> Iterator[str]:
    for value, count in Counter(values).items():
        if count > 1:
            yield _("{place}: the value {value} stands twice among the answers.").format(place=place, value=value)
        if not _CHOICE.fullmatch(value) or len(value) > LONGEST_KEY:
            words = _("{place}: the value “{value}” must be letters without marks, digits, “_”, “-” or “.”.")
            yield words.format(place=place, value=value)


def _limit_problems(question: Question, place: str) -> Iterator[str]:
    given = [limit for limit in (question.limits.least, question.limits.most) if limit is not None]
    if not given:
        return
    if not has_limits(question.kind):
        yield _("{place}: this kind of question has no limits.").format(place=place)
        return
    if not all(is_limit(question.kind, limit) for limit in given):
        yield _("{place}: a limit of a date is a date, every other limit a number.").format(place=place)
        return
    (least, most), (lowest, highest) = bounds(question), widest(question.kind)
    if not in_order(question.kind, least, most):
        yield _("{place}: the least is more than the most.").format(place=place)
    if not in_order(question.kind, lowest, least) or not in_order(question.kind, most, highest):
        words = _("{place}: the limits must lie between {least} and {most}.")
        yield words.format(place=place, least=lowest, most=highest)
    if question.kind == Kind.MANY and least > len(question.choices):
        yield _("{place}: more answers must be chosen than there are.").format(place=place)
    if question.required and most == 0 and question.kind not in (Kind.NUMBER, Kind.AMOUNT):
        yield _("{place}: an answer is required, but none is allowed.").format(place=place)


def _document_problems(question: Question, place: str, documents: Collection[str] | None) -> Iterator[str]:
    if question.document and question.kind not in (Kind.FILES, Kind.INFORMATION):
        yield _("{place}: only questions of files belong to a document.").format(place=place)
    if question.document and documents is not None and question.document not in documents:
        yield _("{place}: the service does not ask for this document any more.").format(place=place)


def _group_problems(question: Question, place: str, scope: Scope) -> Iterator[str]:
    if question.kind != Kind.GROUP:
        if question.questions:
            yield _("{place}: only a group has questions of its own.").format(place=place)
        return
    if not any(inner.kind != Kind.INFORMATION for inner in question.questions):
        yield _("{place}: the group asks nothing.").format(place=place)
    inside = scope.copy()
    for inner in question.questions:
        name = f"{place} → {_short(inner)}"
        if inner.kind in _NEVER_IN_GROUPS:
            yield _("{place}: there may be no files and no group inside a group.").format(place=name)
        yield from _of_question(inner, name, inside, None, in_group=True)
        inside.add(inner)


def _step_name(step: Step) -> str:
    return _("Step “{name}”").format(name=step.heading.strip() or step.key)


def _name(step: Step, question: Question) -> str:
    return f"{_step_name(step)} → {_short(question)}"


def _short(question: Question) -> str:
    return _("question “{name}”").format(name=question.label.strip() or question.key)
