"""What all forms that come from allauth have in common: our design, our labels, no text inside the boxes."""

from typing import Any

from allauth.account.fields import EmailField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.emails import AddressField
from core.forms import PortalFormMixin

EMAIL = _("E-mail address")
PASSWORD = _("Password")
NEW_PASSWORD = _("New password")
PASSWORD_RULES = _(
    "At least 10 characters, not only digits. Not your name or e-mail address, and no password that many people use."
)


class AccountFormMixin(PortalFormMixin):
    """`words` names label and hint of the fields allauth brings; `left_out` are fields we do not ask for."""

    words: dict[str, tuple[str | Promise, str | Promise]] = {}
    left_out: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields = self.fields  # type: ignore[attr-defined]  # allauth's form brings them
        for name in self.left_out:
            fields.pop(name, None)
        for name in [name for name, field in fields.items() if isinstance(field, EmailField)]:
            fields[name] = AddressField(required=fields[name].required, widget=fields[name].widget)
        for field in fields.values():
            field.widget.attrs.pop("placeholder", None)
        for name, (label, hint) in self.words.items():
            fields[name].label, fields[name].help_text = label, hint
