"""Service pages."""

from services.models.index import ServiceIndexPage
from services.models.parts import (
    Channel,
    Duration,
    Fee,
    HandlingAgency,
    LegalBasis,
    RelatedService,
    RequiredDocument,
    Result,
    Step,
)
from services.models.service import ServicePage

__all__ = [
    "Channel",
    "Duration",
    "Fee",
    "HandlingAgency",
    "LegalBasis",
    "RelatedService",
    "RequiredDocument",
    "Result",
    "ServiceIndexPage",
    "ServicePage",
    "Step",
]
