"""Forms in the portal's design: the base class of every form a visitor fills in, and fields Vietnamese forms need."""

from core.forms.base import PortalForm, PortalFormMixin
from core.forms.dates import DateBoxes, DayField, PortalDateField
from core.forms.fields import (
    BusinessNumberField,
    IdentificationNumberField,
    LineField,
    PersonNameField,
    PhoneField,
    TextField,
)

__all__ = [
    "BusinessNumberField",
    "DateBoxes",
    "DayField",
    "IdentificationNumberField",
    "LineField",
    "PersonNameField",
    "PhoneField",
    "PortalDateField",
    "PortalForm",
    "PortalFormMixin",
    "TextField",
]
