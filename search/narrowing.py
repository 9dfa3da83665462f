"""Narrowing what was found: the filters of the list of services, counted over the found ones alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest

from services.catalogue import facets
from services.catalogue.filter_values import AUDIENCE, LIFE_EVENT, ServiceFacets, service_facets
from services.catalogue.filters import Filter, Question, Removal, chosen_values, filters, questions_of, removals
from services.models import ServicePage


@dataclass(frozen=True)
class Narrowed:
    """The services that are left, by their ids in the reader's language, and what may be chosen."""

    ids: list[int]
    filters: list[Filter] = field(default_factory=list)
    removals: list[Removal] = field(default_factory=list)


def asked_filters(request: HttpRequest) -> list[Question]:
    """Return the filters with what is chosen; NotFoundInWords for a value that does not exist."""
    return questions_of(request, without=(AUDIENCE, LIFE_EVENT))


def narrow(
    ids: list[int], questions: list[Question], kept: Mapping[str, str], request: HttpRequest, language: str
) -> Narrowed:
    """Return those of the services that every chosen value holds for; `kept` are the other parameters."""
    if not ids:
        return Narrowed([])
    original_of = _originals(ids, language)
    known = service_facets(request, among=set(original_of.values()))
    chosen = chosen_values(questions)
    counts = facets.counted((service.values for service in known), chosen)
    left = {service.pk for service in facets.matching(known, _values, chosen)}
    return Narrowed(
        ids=[pk for pk in ids if original_of.get(pk) in left],
        filters=[row for row in filters(questions, counts) if len(row.options) > 1 or row.name in chosen],
        removals=removals(questions, {**kept, **chosen}),
    )


def _values(service: ServiceFacets) -> facets.Values:
    return service.values


def _originals(ids: list[int], language: str) -> dict[int, int]:
    """Return the Vietnamese page of each service."""
    if language == settings.LANGUAGE_CODE:
        return {pk: pk for pk in ids}
    keys = dict(ServicePage.objects.filter(pk__in=ids).values_list("translation_key", "pk"))
    vietnamese = ServicePage.objects.filter(translation_key__in=keys, locale__language_code=settings.LANGUAGE_CODE)
    return {keys[key]: pk for key, pk in vietnamese.values_list("translation_key", "pk")}
