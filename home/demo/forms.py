"""Designed forms: what some services ask besides their papers, from the fields of their own application forms."""

from typing import Any
from uuid import UUID

from django.utils import translation

from home.demo.content import Record, key, read
from home.demo.english import translate
from home.demo.locales import vietnamese
from services.forms.definition.block_values import stored_steps
from services.forms.definition.derived_steps import paper_key
from services.forms.models import ServiceFormPage
from services.models import ServicePage

CASE = "CASE:"
"""How a condition of the content names a case by its name instead of its key."""
SLUG = "bieu-mau"


def load_form_pages() -> None:
    """Make the missing forms and publish them, in English too where the content has the words."""
    known = set(ServiceFormPage.objects.values_list("translation_key", flat=True))
    for record in read("forms"):
        name = key("forms", record["service"])
        if name not in known:
            _make(record, name)
        if "english" in record:
            page = ServiceFormPage.objects.get(translation_key=name, locale=vietnamese())
            translate(page, {**record["english"], SLUG: "form"})


def _make(record: Record, name: UUID) -> None:
    service = ServicePage.objects.get(translation_key=key("services", record["service"]), locale=vietnamese())
    page = ServiceFormPage(
        title=record.get("title", f"Biểu mẫu: {service.title}"),
        slug=SLUG,
        locale=vietnamese(),
        translation_key=name,
        steps=stored_steps([_resolved(step, service) for step in record["steps"]], seed=name),
    )
    service.add_child(instance=page)
    with translation.override(vietnamese().language_code):
        page.save_revision().publish()


def _resolved(value: object, service: ServicePage) -> Any:  # noqa: ANN401 (of the shape that went in)
    """Return the record with papers and cases by their machine names; KeyError when the service has no such one."""
    match value:
        case {"paper": str() as words, **others}:
            return {**_resolved(others, service), "paper": _paper(service, words)}
        case dict():
            return {name: _resolved(member, service) for name, member in value.items()}
        case list():
            return [_resolved(member, service) for member in value]
        case str() if value.startswith(CASE):
            return {case.name: case.key for case in service.cases.all()}[value[len(CASE) :]]
    return value


def _paper(service: ServicePage, words: str) -> str:
    """Return the key of the paper whose name begins with these words."""
    names = {row.name: paper_key(row.translation_key) for row in service.documents.all()}
    return next(paper for name, paper in names.items() if name.startswith(words))
