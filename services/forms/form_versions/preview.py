"""A form as a citizen will see it, from what the editor is just writing; nothing is stored."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.translation import gettext as _

from services.forms.answering.builder import StepForm
from services.forms.definition.conditions import tests_in
from services.forms.definition.derived_steps import CASE, PAPERS
from services.forms.definition.questions import Form, Question, Step
from services.forms.definition.sentences import questions_of, sentence
from services.forms.models.definition import ServiceFormPage
from services.forms.models.form_checks import form_on

WHOLE, REVIEW = "", "review"
"""The form in one page, which needs no step to be there yet; what the citizen checks before filing."""


@dataclass(frozen=True)
class PreviewedForm:
    """A step on the review page."""

    heading: str
    labels: list[str]


def modes(page: ServiceFormPage) -> list[tuple[str, str]]:
    """Return each step, the papers of each case, the review; the whole form while it has no place in the tree."""
    found = form_on(page)
    if found is None:
        return [(WHOLE, _("The whole form"))]
    form, _material = found
    return [*_modes(form), (REVIEW, _("Check your answers"))]


def _modes(form: Form) -> Iterator[tuple[str, str]]:
    cases = form.question(CASE)
    for step in form.steps:
        if step.key == PAPERS and cases:
            for case in cases.choices:
                yield f"{PAPERS}/{case.value}", f"{step.heading}: {case.label}"
        else:
            yield step.key, step.heading


def show(page: ServiceFormPage, request: HttpRequest, mode: str) -> HttpResponse:
    """Return one page of the form, in the language of the page."""
    found = form_on(page)
    if found is None or page.service is None:
        return TemplateResponse(request, "services/forms/preview.html", {"title": page.title})
    form, _material = found
    with translation.override(page.service.locale.language_code):
        context = _whole(page, form) if mode == WHOLE else _review(form) if mode == REVIEW else _step(form, mode)
        response = TemplateResponse(request, "services/forms/preview.html", {**context, "service": page.service})
        return response.render()


def _whole(page: ServiceFormPage, form: Form) -> dict[str, Any]:
    return {**_review(form), "title": page.title or _("The whole form")}


def _review(form: Form) -> dict[str, Any]:
    steps = [PreviewedForm(step.heading, [question.label for question in step.questions]) for step in form.steps]
    return {"title": _("Check your answers"), "reviewed": steps}


def _step(form: Form, mode: str) -> dict[str, Any]:
    """Return the first step when the mode names none: an editor may have removed what they looked at."""
    key, _slash, case = mode.partition("/")
    step = form.step(key) or form.steps[0]
    if key == PAPERS and case:
        shown = StepForm(form, step, answers={CASE: case})
    else:
        step = _unconditional(form, step)
        shown = StepForm(Form((step,)), step, answers={})
    return {"title": step.heading, "help": step.help, "form": shown}


def _unconditional(form: Form, step: Step) -> Step:
    """Return the step with everything it may ask; what depends on earlier steps says so."""
    own = {question.key for question in step.questions}
    return replace(step, shown_when=None, questions=tuple(_said(form, question, own) for question in step.questions))


def _said(form: Form, question: Question, own: set[str]) -> Question:
    if question.shown_when is None or all(test.question in own for test in tests_in(question.shown_when)):
        return question
    condition = sentence(question.shown_when, questions_of(form))
    when = _("Only if {condition}.").format(condition=condition)
    return replace(question, shown_when=None, hint=" ".join(filter(None, (when, question.hint))))
