"""What a citizen says about herself."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Profile
from core.forms import BusinessNumberField, IdentificationNumberField, LineField, PhoneField, PortalFormMixin


class ProfileForm(PortalFormMixin, forms.ModelForm):
    """Details that forms are filled in with beforehand; all but the name may stay empty."""

    full_name = LineField(
        label=_("Full name"),
        help_text=_("As it stands on your identity card"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    identification_number = IdentificationNumberField(
        label=_("Personal identification number"),
        help_text=_("12 digits, as on your identity card"),
        required=False,
    )
    phone = PhoneField(label=_("Telephone number"), required=False)
    address = LineField(
        label=_("Address"),
        help_text=_("House number, street, ward or commune, province"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    organisation_name = LineField(label=_("Name of the business or organisation"), max_length=200, required=False)
    business_number = BusinessNumberField(label=_("Business registration number"), required=False)

    class Meta:
        model = Profile
        fields = (
            *("full_name", "identification_number", "phone", "address", "applicant_type"),
            *("organisation_name", "business_number"),
        )
        widgets = {"applicant_type": forms.RadioSelect}
        labels = {"applicant_type": _("For whom do you usually file?")}

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("applicant_type") not in (None, "citizen") and not data.get("organisation_name"):
            self.add_error("organisation_name", _("Write the name of the business or organisation."))
        return data


class ClosingForm(PortalFormMixin, forms.Form):
    """The last question before an account is closed."""

    sure = forms.BooleanField(
        label=_("I want to close my account for good"),
        error_messages={"required": _("Tick the box if you want to close your account.")},
    )
