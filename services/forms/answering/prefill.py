"""First answers to a step nobody has saved yet: what the person's profile knows."""

from accounts.models import User
from services.forms.definition.answers import Answers
from services.forms.definition.questions import Kind, Prefill, Step
from services.forms.definition.standard_steps import may_prefill
from services.forms.models import Submission


def prefilled_answers(submission: Submission, step: Step, user: User) -> Answers:
    """Return the stored answers, with those of the profile where the step was never saved; they are saved with the
    step.

    A profile holds an address as one text, a form asks for its parts: half of one would have to be put right by hand
    before anything could be saved, so addresses are left to the person.
    """
    answers: Answers = dict(submission.answers)
    if step.key in submission.saved_steps or any(question.key in answers for question in step.questions):
        return answers
    known = _known(user)
    for question in step.questions:
        value = known.get(question.prefill)
        if value and question.kind != Kind.ADDRESS and may_prefill(question.key, answers):
            answers[question.key] = value
    return answers


def _known(user: User) -> Answers:
    profile = getattr(user, "profile", None)
    values = {source: getattr(profile, source, "") for source in Prefill.values}
    return values | {Prefill.EMAIL.value: user.email}
