"""Service pages."""

from services.models.dossier import Fee, LegalBasis, RelatedService, RequiredDocument, Result, Step
from services.models.handling import Channel, Duration, HandlingAgency
from services.models.index import ServiceIndexPage
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
