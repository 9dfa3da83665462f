"""A whole form: the steps every form shares around those of the service, designed by an editor or derived."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from wagtail.blocks import StreamValue

from services.forms.definition import standard_steps
from services.forms.definition.derived_steps import Rows, Words, case_step, papers_by_key, papers_step
from services.forms.definition.editor_steps import steps_of
from services.forms.definition.questions import Form, Step


@dataclass(frozen=True)
class FormSources:
    """What a form is made of. `documents` are the papers in Vietnamese, `words` those of the language by their keys.

    `owners` are kinds of owners (definition/standard_steps.py), `ways` the ChannelKinds of receiving the result.
    """

    owners: Sequence[str]
    ways: Sequence[str]
    documents: Rows = ()
    words: Words = field(default_factory=dict)
    designed: Iterable[StreamValue.StreamChild] | None = None


def assemble_form(material: FormSources) -> Form:
    """Return the form, in the language in force."""
    first = steps_before(material)
    kinds = {question.key: question.kind for step in first for question in step.questions}
    middle = steps_of(material.designed or (), papers_by_key(material.documents), kinds)
    asked = {question.document for step in middle for question in step.questions if question.document}
    papers = papers_step(material.documents, material.words, asked)
    return Form((*first, *middle, papers, standard_steps.delivery(material.ways)))


def steps_before(material: FormSources) -> tuple[Step, ...]:
    """Return the steps before the designed ones."""
    case = case_step(material.documents, material.words)
    return (*standard_steps.before(material.owners), *([case] if case else ()))


def form_without_editor_steps(material: FormSources) -> Form:
    """Return the form without its designed steps: what an editor finds there already."""
    return assemble_form(FormSources(material.owners, material.ways, material.documents, material.words))


def taken_names(form: Form) -> set[str]:
    """Return the names of all steps and questions."""
    return {step.key for step in form.steps} | {question.key for question in form.questions()}
