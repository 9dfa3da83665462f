"""The kinds of rows a service page has."""

from django.db.models import Model

from services.models.handling import Channel, Duration, HandlingAgency
from services.models.service_rows import Fee, LegalBasis, RelatedService, RequiredDocument, Result, Step

KINDS: dict[str, type[Model]] = {
    "handling_agencies": HandlingAgency,
    "channels": Channel,
    "durations": Duration,
    "fees": Fee,
    "documents": RequiredDocument,
    "results": Result,
    "legal_bases": LegalBasis,
    "steps": Step,
    "related_services": RelatedService,
}
"""Children of a service page, by the name of their relation."""

LINKS = ("audiences", "life_events")
"""Vocabularies a service points at many terms of."""
