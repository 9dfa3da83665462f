"""What a citizen says about themselves, and how they want to be told what happens to their submissions."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from accounts.models import NotifyAbout, Profile
from core.forms import (
    BusinessNumberField,
    IdentificationNumberField,
    LineField,
    PersonNameField,
    PhoneField,
    PortalForm,
    PortalFormMixin,
    numbers,
)
from core.identification_numbers import doubt, doubt_in_words
from outbox import channels


class PaperLineField(LineField):
    """One line that settings.ACCOUNT_TEXT_CHECKS have nothing against; a check raises ValidationError."""

    def validate(self, value: str) -> None:
        super().validate(value)
        for path in settings.ACCOUNT_TEXT_CHECKS:
            import_string(path)(value)


class FullNameField(PersonNameField, PaperLineField):
    """The name of the person an account belongs to."""


DOUBT = "doubt"
CONFIRMED = "identification_number_confirmed"
"""The box by which somebody says that a number in doubt is right."""


class ProfileForm(PortalFormMixin, forms.ModelForm):
    """Details that forms are filled in with beforehand; all but the name may stay empty."""

    full_name = FullNameField(
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
    address = PaperLineField(
        label=_("Address"),
        help_text=_("House number, street, ward or commune, province"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    organisation_name = PaperLineField(label=_("Name of the business or organisation"), max_length=200, required=False)
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
        self._ask_about_number(data.get("identification_number") or "")
        return data

    def get_context(self) -> dict[str, Any]:
        """Below a number in doubt stands a box by which its owner says that it is right."""
        number = numbers.identification(str(self.data.get(self.add_prefix("identification_number"), "")))
        codes = {error.code for error in self.errors.as_data().get("identification_number", [])}
        if number and (DOUBT in codes or self._confirmed == number):
            self._offer_to_confirm(number, is_ticked=DOUBT not in codes)
        return super().get_context()

    @property
    def _confirmed(self) -> str:
        """The number whose box was ticked."""
        return str(self.data.get(self.add_prefix(CONFIRMED), ""))

    def _ask_about_number(self, number: str) -> None:
        """A number that looks wrong is taken once its owner ticks that it is right; one kept before stays."""
        is_new = bool(number) and number not in (self.initial.get("identification_number"), self._confirmed)
        if is_new and (found := doubt(number, today=timezone.localdate(), is_demo=settings.DEMO)):
            self.add_error("identification_number", ValidationError(doubt_in_words(found, number), code=DOUBT))

    def _offer_to_confirm(self, number: str, *, is_ticked: bool) -> None:
        self.fields[CONFIRMED] = forms.BooleanField(
            label=_("The number is right as I typed it."),
            required=False,
            widget=forms.CheckboxInput({"value": number}, check_test=lambda value: is_ticked),
        )
        names = list(self.base_fields)
        names.insert(names.index("identification_number") + 1, CONFIRMED)
        self.order_fields(names)


class ClosingForm(PortalFormMixin, forms.Form):
    """The last question before an account is closed."""

    sure = forms.BooleanField(
        label=_("I want to close my account for good"),
        error_messages={"required": _("Tick the box if you want to close your account.")},
    )


class NotificationsForm(PortalForm):
    """About what; and in which ways besides mail, where there are such ways and a number they reach."""

    notify_about = forms.ChoiceField(
        label=_("When do you want a message?"),
        help_text=_(
            "We always write when an application is sent, refused, stopped or withdrawn, when something is asked of "
            "you, when there is a result and when the return date changes."
        ),
        choices=NotifyAbout.choices,
        widget=forms.RadioSelect,
    )
    message_channels = forms.MultipleChoiceField(
        label=_("Besides e-mail, also write to my telephone by"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, profile: Profile, **kwargs: Any) -> None:
        initial = {"notify_about": profile.notify_about, "message_channels": profile.message_channels}
        super().__init__(*args, initial=initial, **kwargs)
        offered: Any = self.fields["message_channels"]
        offered.choices = [(name.value, name.label) for name in channels.offered()]
        if not offered.choices or not profile.has_mobile_phone:
            del self.fields["message_channels"]  # what was chosen earlier stays stored until it can be chosen again

    def preferences(self) -> dict[str, Any]:
        """Return the columns of the profile that were answered."""
        return {name: self.cleaned_data[name] for name in self.fields}
