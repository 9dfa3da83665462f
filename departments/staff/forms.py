"""What an administrator fills in about an account of staff."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.emails import AddressField
from core.forms.fields import LineField
from departments.staff.roles import RoleSet, StaffRole


class RolesForm(forms.Form):
    """The roles, ticked; the template draws them set by set with what each may do."""

    roles = forms.MultipleChoiceField(required=False)

    def __init__(self, *args: Any, sets: list[RoleSet], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {role.key: role for one in sets for role in one.roles}
        choices = [(key, role.name) for key, role in self.known.items()]
        self.fields["roles"] = forms.MultipleChoiceField(choices=choices, required=False)

    def clean_roles(self) -> list[StaffRole]:
        return [self.known[key] for key in self.cleaned_data["roles"]]

    @property
    def ticked(self) -> set[str]:
        """The keys of the roles to show ticked."""
        return set(self["roles"].value() or ())


class InvitationForm(RolesForm):
    """Somebody new: address, name, at least one role."""

    email = AddressField(label=gettext_lazy("E-mail address"))
    name = LineField(label=gettext_lazy("Full name"), max_length=150)

    field_order = ["email", "name", "roles"]

    def clean_roles(self) -> list[StaffRole]:
        roles = super().clean_roles()
        if not roles:
            raise ValidationError(_("Tick at least one role."))
        return roles
