"""What the form of a service is made of, read from the pages of the service."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from core.child_rows import child_rows
from core.i18n import IN_SOURCE_LANGUAGE
from services.forms.definition import standard_steps
from services.forms.definition.assemble import FormSources
from services.forms.definition.derived_steps import CaseSources
from services.models import ServicePage
from services.models.cases import case_names, rows_with_cases, tell_cases
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
        case=_case_sources(service, spoken),
    )


def _case_sources(service: ServicePage, spoken: ServicePage | None) -> CaseSources:
    """Return what the question of the case is made of, in two queries at most."""
    rows = child_rows([service], ["fees", "durations", "cases"])
    fees, durations, cases = (rows.of(service, kind) for kind in ("fees", "durations", "cases"))
    tell_cases([*fees, *durations], cases)
    names = child_rows([spoken], ["cases"]).of(spoken, "cases") if spoken and cases else cases
    return CaseSources(fees, durations, case_names(names), (spoken or service).case_noun)
