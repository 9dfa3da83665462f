"""What is wrong with a form page, what its names are; asked by the editor's form, by publishing and by readiness."""

from dataclasses import dataclass
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from services.forms.definition.assemble import Material, compose, shared, taken_names
from services.forms.definition.derived_steps import CASE, paper_key
from services.forms.definition.editor_steps import fill_names
from services.forms.definition.problems import problems
from services.forms.definition.questions import Choice, Form
from services.forms.form_versions.current_form import form_page_of, material_of, original_of
from services.forms.models.definition import ServiceFormPage
from services.models import ServicePage


@dataclass(frozen=True)
class Names:
    """What conditions and questions of a form may refer to."""

    questions: list[tuple[str, str, list[Choice]]]
    papers: list[tuple[str, str]]


def form_on(page: ServiceFormPage, steps: Any = None) -> tuple[Form, Material] | None:
    """The whole form as it would be with this page, saved or not; None while it stands below no service."""
    if page.service is None:
        return None
    service = original_of(page.service)
    spoken = None if page.service is service else page.service
    with translation.override(page.service.locale.language_code):
        material = material_of(service, spoken, page.steps if steps is None else steps)
        return compose(material), material


def problems_of(page: ServiceFormPage, steps: Any = None) -> list[str]:
    """What keeps the form from being published, in sentences for its editor, in the language in force."""
    found = form_on(page, steps)
    if found is None:
        return [_("A form stands below the page of its service.")]
    form, material = found
    return problems_in(form, material)


def problems_in(form: Form, material: Material) -> list[str]:
    """The faults of a whole form."""
    return problems(form, documents={str(row.translation_key) for row in material.documents})


def problems_of_service(service: ServicePage) -> list[str]:
    """The faults of today's form of a Vietnamese service: papers and cases may have changed since it was published."""
    page = form_page_of(service)
    material = material_of(service, designed=page.steps if page else None)
    return problems_in(compose(material), material)


def names_of(page: ServiceFormPage) -> Names:
    """The names every form of this service has already."""
    if page.service is None:
        return Names([], [])
    service = original_of(page.service)
    material = material_of(service)
    form = shared(material)
    return Names(
        questions=[
            (question.key, question.label, list(question.choices))
            for question in form.questions()
            if question.choices or question.key == CASE
        ],
        papers=[(paper_key(row.translation_key), row.name) for row in material.documents],
    )


def name_blanks(page: ServiceFormPage) -> None:
    """Give the steps, questions and choices of a page the names they still lack."""
    taken = taken_names(shared(material_of(original_of(page.service)))) if page.service else set()
    fill_names(page.steps, taken)
