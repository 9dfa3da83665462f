"""The kinds of rows a service page has."""

from django.db.models import Model

from services.models.cases import OfCase, ServiceCase
from services.models.handling import Channel, Duration, HandlingAgency
from services.models.parts import ServicePart
from services.models.service_rows import Fee, LegalBasis, RelatedService, RequiredDocument, Result, Step

KINDS: dict[str, type[Model]] = {
    "handling_agencies": HandlingAgency,
    "channels": Channel,
    "cases": ServiceCase,
    "durations": Duration,
    "fees": Fee,
    "documents": RequiredDocument,
    "results": Result,
    "legal_bases": LegalBasis,
    "steps": Step,
    "related_services": RelatedService,
}
"""Children of a service page, by the name of their relation."""

OF_CASE = tuple(name for name, kind in KINDS.items() if issubclass(kind, OfCase))
"""Those that may hold in one case alone."""

PARTS = {name: kind for name, kind in KINDS.items() if issubclass(kind, ServicePart)}
"""Those that belong to it alone, and are known by their key in every version."""

LINKS = ("audiences", "life_events")
"""Vocabularies a service points at many terms of."""
