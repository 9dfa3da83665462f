"""The form a service has today, read from its pages."""

from typing import TypeVar

from django.conf import settings
from django.utils import translation
from wagtail.blocks import StreamValue

from core.i18n import IN_SOURCE_LANGUAGE
from core.visibility import in_force
from services.forms.definition import standard_steps
from services.forms.definition.assemble import FormSources, assemble_form
from services.forms.definition.questions import Form, structure_digest
from services.forms.models.definition import ServiceFormPage
from services.models import ServicePage
from services.rules.choices import ChannelKind, Level

AnyPage = TypeVar("AnyPage", ServicePage, ServiceFormPage)


def original_service(service: ServicePage) -> ServicePage:
    """The Vietnamese page of a service; the page itself when that is gone."""
    if service.locale.language_code == settings.LANGUAGE_CODE:
        return service
    found = ServicePage.objects.filter(translation_key=service.translation_key, **IN_SOURCE_LANGUAGE)
    return found.select_related("locale").first() or service


def form_page_of(service: ServicePage) -> ServiceFormPage | None:
    """The published page on which an editor designed the form of a Vietnamese service."""
    pages = in_force(ServiceFormPage.objects).child_of(service).select_related("locale").order_by("path")
    found: ServiceFormPage | None = pages.first()
    return found


def ways_of(service: ServicePage) -> list[str]:
    """How a result may be received: what the page says, else what the level promises (services/rules/levels.py)."""
    stated = {
        ChannelKind.IN_PERSON.value: service.result_in_person,
        ChannelKind.ONLINE.value: service.result_online,
        ChannelKind.POST.value: service.result_by_post,
    }
    ways = [way for way, is_offered in stated.items() if is_offered]
    promised = list(stated) if service.level == Level.FOUR else [ChannelKind.IN_PERSON.value]
    return ways or promised


def form_sources(
    service: ServicePage, spoken: ServicePage | None = None, designed: StreamValue | None = None
) -> FormSources:
    """What the form of a Vietnamese service is made of; `spoken` is the same service in the form's language."""
    groups = {audience.group for audience in service.audiences.all()}
    return FormSources(
        owners=standard_steps.owners_of(groups),
        ways=ways_of(service),
        documents=list(service.documents.all()),
        words={row.translation_key: row for row in spoken.documents.all()} if spoken else {},
        designed=designed,
    )


def current_form(service: ServicePage, language: str = settings.LANGUAGE_CODE) -> Form | None:
    """The form that follows from what is published; None where that language lags behind the Vietnamese pages."""
    service = original_service(service)
    page = form_page_of(service)
    with translation.override(settings.LANGUAGE_CODE):
        form = assemble_form(form_sources(service, designed=page.steps if page else None))
    return form if language == settings.LANGUAGE_CODE else _translated(service, page, form, language)


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
    """The published page of that language; a page that only stands in for an untranslated one is none."""
    found = in_force(model.objects).filter(translation_key=page.translation_key, locale__language_code=language)
    own: AnyPage | None = found.filter(alias_of__isnull=True).select_related("locale").first()
    return own
