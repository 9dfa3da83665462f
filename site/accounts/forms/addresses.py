"""Another e-mail address for the account."""

from allauth.account import forms as allauth
from django.utils.translation import gettext_lazy as _

from accounts.forms.base import AccountFormMixin


class NewAddressForm(AccountFormMixin, allauth.AddEmailForm):
    """The new address; it replaces the old one when its code was entered."""

    words = {"email": (_("New e-mail address"), _("We send a code to it. Until you enter the code, nothing changes."))}
