"""What every upper app builds on."""

from core.models.base_page import BasePage
from core.models.change_note import ChangeNote
from core.models.holiday import Holiday, HolidayKind, HolidayStatus, PlantedHoliday
from core.models.kept_post import KeptPost
from core.models.legal import LegalDocument
from core.models.media import PortalDocument, PortalImage, PortalRendition
from core.models.portal_settings import PortalSettings
from core.models.saved_view import SavedView
from core.models.terms import Audience, AudienceGroup, Field, LifeEvent, Term

__all__ = [
    "Audience",
    "AudienceGroup",
    "BasePage",
    "ChangeNote",
    "Field",
    "Holiday",
    "HolidayKind",
    "HolidayStatus",
    "KeptPost",
    "LegalDocument",
    "LifeEvent",
    "PlantedHoliday",
    "PortalDocument",
    "PortalImage",
    "PortalRendition",
    "PortalSettings",
    "SavedView",
    "Term",
]
