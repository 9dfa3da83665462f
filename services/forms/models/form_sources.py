"""What the form of a service is made of, read from the pages of the service."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from core.i18n import IN_SOURCE_LANGUAGE
from services.forms.definition import standard_steps
from services.forms.definition.assemble import FormSources
from services.models import ServicePage
from services.models.cases import rows_with_cases
from services.rules.choices import ChannelKind, Level


def original_service(service: ServicePage) -> ServicePage:
    """Return the Vietnamese page of a service; the page itself when that is gone."""
    if service.locale.language_code == settings.LANGUAGE_CODE:
        return service
    found = ServicePage.objects.filter(translation_key=service.translation_key, **IN_SOURCE_LANGUAGE)
    return found.select_related("locale").first() or service


def ways_of(service: ServicePage) -> list[str]:
    """Return how a result may be received: what the page says,
    else what the level promises (services/rules/levels.py).
    """
    stated = {
        ChannelKind.IN_PERSON.value: service.result_in_person,
        ChannelKind.ONLINE.value: service.result_online,
        ChannelKind.POST.value: service.result_by_post,
    }
    ways = [way for way, is_offered in stated.items() if is_offered]
    promised = list(stated) if service.level == Level.FOUR else [ChannelKind.IN_PERSON.value]
    return ways or promised


def form_sources(
    service: ServicePage, spoken: ServicePage | None = None, designed: Iterable[Any] | None = None
) -> FormSources:
    """Return what the form of a Vietnamese service is made of; `spoken` is the same service in the form's language."""
    documents = rows_with_cases(service, "documents")
    words = rows_with_cases(spoken, "documents") if spoken else []
    groups = {audience.group for audience in service.audiences.all()}
    return FormSources(
        owners=standard_steps.owners_of(groups),
        ways=ways_of(service),
        documents=documents,
        words={row.translation_key: row for row in words},
        designed=designed,
    )
