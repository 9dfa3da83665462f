"""First answers to a step nobody has saved yet: what the profile knows; and what a profile may keep of answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from accounts.models import Profile, User
from services.forms.answering.flow import relevant_answers
from services.forms.definition.addresses import address_of_line, line_of_address
from services.forms.definition.answers import Answer, Answers
from services.forms.definition.questions import Form, Kind, Prefill, Question, Step
from services.forms.definition.standard_steps import IDENTITY, NUMBER, may_prefill
from services.forms.models import Submission

KEPT = tuple(source for source in Prefill if source != Prefill.EMAIL)
"""What a profile keeps of a filing; the e-mail address is the account's own."""

ProfileValue = str | date


@dataclass(frozen=True)
class FirstAnswers:
    """Answers a step is shown with. `from_profile` are the keys of those the profile gave, `from_earlier` of those of
    the dossier that is filed again; both empty once the step was saved.
    """

    answers: Answers
    from_profile: frozenset[str] = frozenset()
    from_earlier: frozenset[str] = frozenset()


def first_answers(submission: Submission, step: Step, user: User) -> FirstAnswers:
    """Return the stored answers, with those of the profile where the step was never saved; they are saved with the
    step.

    A profile holds an address as one line: where its ward and province are beyond doubt it is taken apart, otherwise it
    is left to the person. Half of one would have to be put right by hand before anything could be saved.
    """
    stored: Answers = dict(submission.answers)
    given = frozenset(question.key for question in step.questions if question.key in stored)
    if step.key in submission.saved_steps:
        return FirstAnswers(stored)
    if given:
        return FirstAnswers(stored, from_earlier=given if submission.earlier_id else frozenset())
    known = _known(user)
    found: Answers = {
        question.key: value
        for question in step.questions
        if (value := _first(question, known)) and may_prefill(question.key, stored)
    }
    if "identification_number" in found and any(question.key == IDENTITY for question in step.questions):
        found[IDENTITY] = NUMBER
    return FirstAnswers(stored | found, from_profile=frozenset(found))


def details_to_keep(form: Form, answers: Mapping[str, Answer], profile: Profile) -> dict[str, ProfileValue]:
    """Return what a profile would keep of these answers and does not know yet, by its columns.

    Only of the person who files, and only what fits a column; an address of which the profile could not give back every
    part is left out.
    """
    relevant = relevant_answers(form, answers)
    found: dict[str, ProfileValue] = {}
    for question in form.questions():
        if question.prefill in KEPT and question.prefill not in found and may_prefill(question.key, relevant):
            value = _as_profile_has_it(question, relevant.get(question.key))
            if value and _fits(question.prefill, value):
                found[question.prefill] = value
    return {name: value for name, value in found.items() if getattr(profile, name) != value}


def kept_labels(form: Form, answers: Mapping[str, Answer], profile: Profile) -> list[str]:
    """Return in words what `details_to_keep` would write; what takes the place of something else says so."""
    labels = {source.value: str(source.label) for source in KEPT}
    found = details_to_keep(form, answers, profile)
    return [
        _("%(detail)s (in the place of what is kept now)") % {"detail": labels[name]}
        if getattr(profile, name)
        else labels[name]
        for name in found
    ]


def _first(question: Question, known: Mapping[str, ProfileValue]) -> Answer:
    value = known.get(question.prefill)
    if not value:
        return None
    if question.kind == Kind.ADDRESS:
        return address_of_line(str(value))
    return value.isoformat() if isinstance(value, date) else value


def _known(user: User) -> dict[str, ProfileValue]:
    profile = getattr(user, "profile", None)
    values = {source.value: getattr(profile, source, "") for source in KEPT}
    return values | {Prefill.EMAIL.value: user.email}


def _as_profile_has_it(question: Question, answer: Answer) -> ProfileValue | None:
    if question.kind == Kind.ADDRESS:
        return line_of_address(answer) if isinstance(answer, Mapping) else None
    if not isinstance(answer, str):
        return None
    return date.fromisoformat(answer) if question.prefill == Prefill.DATE_OF_BIRTH else answer


def _fits(name: str, value: ProfileValue) -> bool:
    most: int | None = getattr(Profile._meta.get_field(name), "max_length", None)
    return isinstance(value, date) or most is None or len(value) <= most
