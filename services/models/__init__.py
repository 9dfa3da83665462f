"""Service pages."""

from services.models.cases import ServiceCase
from services.models.completeness import ServiceCompleteness
from services.models.handling import Channel, Duration, HandlingAgency
from services.models.index import ServiceIndexPage
from services.models.national import KeptDifference, NationalRecord
from services.models.service import ServicePage
from services.models.service_rows import Fee, LegalBasis, RelatedService, RequiredDocument, Result, Step

__all__ = [
    "Channel",
    "Duration",
    "Fee",
    "HandlingAgency",
    "KeptDifference",
    "LegalBasis",
    "NationalRecord",
    "RelatedService",
    "RequiredDocument",
    "Result",
    "ServiceCase",
    "ServiceCompleteness",
    "ServiceIndexPage",
    "ServicePage",
    "Step",
]
