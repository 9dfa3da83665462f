"""What is wrong with a form page, what its names are; asked by the editor's form and by publishing."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

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


def problems_of(page: "ServiceFormPage", steps: StreamValue | None = None) -> list[str]:
    """Return what keeps the form from being published, in sentences for its editor, in the language in force."""
    found = form_on(page, steps)
    if found is None:
        return [_("A form stands below the page of its service.")]
    form, material = found
    return problems_in(form, material)


def condition_faults_of(page: "ServiceFormPage") -> list[str]:
    """Return what is wrong with the conditions of a page."""
    found = form_on(page)
    return list(condition_faults(found[0])) if found else []


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
