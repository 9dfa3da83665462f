"""The form a service has today, read from its pages."""

from typing import TypeVar

from django.conf import settings
from django.utils import translation

from core.visibility import in_force
from services.forms.definition.assemble import assemble_form
from services.forms.definition.questions import Form, structure_digest
from services.forms.models.definition import ServiceFormPage
from services.forms.models.form_checks import problems_in
from services.forms.models.form_sources import form_sources, original_service
from services.models import ServicePage

AnyPage = TypeVar("AnyPage", ServicePage, ServiceFormPage)


def form_page_of(service: ServicePage) -> ServiceFormPage | None:
    """Return the published page on which an editor designed the form of a Vietnamese service."""
    pages = in_force(ServiceFormPage.objects).child_of(service).select_related("locale").order_by("path")
    found: ServiceFormPage | None = pages.first()
    return found


def current_form(service: ServicePage, language: str = settings.LANGUAGE_CODE) -> Form | None:
    """Return the form that follows from what is published; None where
    that language lags behind the Vietnamese pages.
    """
    service = original_service(service)
    page = form_page_of(service)
    with translation.override(settings.LANGUAGE_CODE):
        form = assemble_form(form_sources(service, designed=page.steps if page else None))
    return form if language == settings.LANGUAGE_CODE else _translated(service, page, form, language)


def problems_of_service(service: ServicePage) -> list[str]:
    """Return the faults of today's form of a Vietnamese service: papers and cases may have changed since it was
    published.
    """
    page = form_page_of(service)
    material = form_sources(service, designed=page.steps if page else None)
    return problems_in(assemble_form(material), material)


def _translated(service: ServicePage, page: ServiceFormPage | None, form: Form, language: str) -> Form | None:
    spoken = _published(ServicePage, service, language)
    design = _published(ServiceFormPage, page, language) if page else None
    if spoken is None or (page and design is None):
        return None
    with translation.override(language):
        material = form_sources(service, spoken, design.steps if design else None)
        translated = assemble_form(material)
    is_whole = all(row.translation_key in material.words for row in material.documents)
    return translated if is_whole and structure_digest(translated) == structure_digest(form) else None


def _published(model: type[AnyPage], page: AnyPage, language: str) -> AnyPage | None:
    """Return the published page of that language; a page that only stands in for an untranslated one is none."""
    found = in_force(model.objects).filter(translation_key=page.translation_key, locale__language_code=language)
    own: AnyPage | None = found.filter(alias_of__isnull=True).select_related("locale").first()
    return own
