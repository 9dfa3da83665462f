"""How a citizen wants to be told what happens to her dossiers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import NotifyAbout, Profile
from core.forms import PortalForm
from outbox import channels


class NotificationsForm(PortalForm):
    """About what; and in which ways besides mail, where there are such ways and a number they reach."""

    notify_about = forms.ChoiceField(
        label=_("When do you want a message?"),
        help_text=_(
            "We always write when a dossier is sent, refused, stopped or withdrawn, when something is asked of you, "
            "when there is a result and when the return date changes."
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
        """The columns of the profile that were answered."""
        return {name: self.cleaned_data[name] for name in self.fields}
