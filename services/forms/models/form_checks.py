"""What is wrong with a form page, what its names are; asked by the editor's form and by publishing."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

from core.problems import Problem
from services.forms.definition.assemble import (
    FormSources,
    assemble_form,
    form_without_editor_steps,
    steps_before,
    taken_names,
)
from services.forms.definition.condition_problems import OPERATORS
from services.forms.definition.derived_steps import CASE, paper_key
from services.forms.definition.editor_steps import fill_names
from services.forms.definition.problems import condition_faults, problems
from services.forms.definition.questions import Choice, Form, Question
from services.forms.models.form_sources import form_sources, original_service

if TYPE_CHECKING:
    from services.forms.models.definition import ServiceFormPage


@dataclass(frozen=True)
class FormNames:
    """What conditions and questions of a form may refer to."""

    questions: list[tuple[str, str, list[Choice]]]
    papers: list[tuple[str, str]]
    earlier: list[Question] = field(default_factory=list)
    """Questions asked before the designed ones, of which conditions may speak."""


def form_on(page: "ServiceFormPage", steps: StreamValue | None = None) -> tuple[Form, FormSources] | None:
    """Return the whole form as it would be with this page, saved or not; None while it stands below no service."""
    if page.service is None:
        return None
    service = original_service(page.service)
    spoken = None if page.service is service else page.service
    with translation.override(page.service.locale.language_code):
        material = form_sources(service, spoken, page.steps if steps is None else steps)
        return assemble_form(material), material


def problems_of(page: "ServiceFormPage") -> list[Problem]:
    """Return what keeps the form from being published, in sentences for its editor, in the language in force."""
    found = form_on(page)
    if found is None:
        return [Problem(_("A form stands below the page of its service."), "steps")]
    form, material = found
    placed = {str(problem.message): problem for problem in _condition_problems(form, material)}
    return [placed.get(message, Problem(message, "steps")) for message in problems_in(form, material)]


def condition_problems_of(page: "ServiceFormPage") -> list[Problem]:
    """Return what is wrong with the conditions of a page."""
    found = form_on(page)
    return _condition_problems(*found) if found else []


def _condition_problems(form: Form, material: FormSources) -> list[Problem]:
    """Return the faults of conditions, each at its block; designed steps come after those every form begins with."""
    before = len(steps_before(material))
    return [
        Problem(
            fault,
            "steps",
            inside=(step - before, *(() if question is None else ("questions", question)), "shown_when"),
        )
        for step, question, fault in condition_faults(form)
    ]


def problems_in(form: Form, material: FormSources) -> list[str]:
    """Return the faults of a whole form."""
    return problems(form, documents={str(row.translation_key) for row in material.documents})


def names_of(page: "ServiceFormPage") -> FormNames:
    """Return the names every form of this service has already."""
    if page.service is None:
        return FormNames([], [])
    service = original_service(page.service)
    material = form_sources(service)
    form = form_without_editor_steps(material)
    return FormNames(
        questions=[
            (question.key, question.label, list(question.choices))
            for question in form.questions()
            if question.choices or question.key == CASE
        ],
        papers=[(paper_key(row.translation_key), row.name) for row in material.documents],
        earlier=[
            question for step in steps_before(material) for question in step.questions if question.kind in OPERATORS
        ],
    )


def name_blanks(page: "ServiceFormPage") -> None:
    """Give the steps, questions and choices of a page the names they still lack."""
    taken = (
        taken_names(form_without_editor_steps(form_sources(original_service(page.service)))) if page.service else set()
    )
    fill_names(page.steps, taken)
