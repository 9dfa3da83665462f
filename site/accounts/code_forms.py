"""Codes: from a mail, from an app, from the list of recovery codes."""

from typing import Any

from allauth.account import forms as account
from allauth.core import context
from allauth.mfa.base import forms as mfa
from allauth.mfa.recovery_codes import forms as recovery
from allauth.mfa.totp import forms as totp
from django.utils.translation import gettext_lazy as _

from accounts import limits
from accounts.forms import AccountFormMixin

MAILED = (_("Code from the mail"), _("8 digits, for example 1234-5678"))
FROM_APP = (_("Code from the app"), _("6 digits, or one of your recovery codes"))


class CodeFormMixin(AccountFormMixin):
    """A code is typed with the keys for digits."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["code"]  # type: ignore[attr-defined]  # allauth's form brings it
        field.widget.attrs.update({"inputmode": "numeric", "maxlength": 20})


class SecondFactorFormMixin(CodeFormMixin):
    """Wrong codes are counted by account before one is compared; a right one gives its place back."""

    def clean_code(self) -> str:
        email = self.user.email  # type: ignore[attr-defined]  # allauth's form brings it
        attempt = limits.attempt(limits.SECOND_FACTOR, context.request, email)
        code: str = super().clean_code()  # type: ignore[misc]
        attempt.give_back()
        return code


class MailedCodeFormMixin(CodeFormMixin):
    """Wrong codes are counted by the address they were sent to, in all sessions together."""

    words = {"code": MAILED}

    def clean_code(self) -> str:
        email: str = self.email  # type: ignore[attr-defined]  # the form that is mixed in brings it
        attempt = limits.attempt(limits.MAILED_CODE, context.request, email)
        code: str = super().clean_code()  # type: ignore[misc]
        attempt.give_back()
        return code


class AddressCodeForm(MailedCodeFormMixin, account.ConfirmEmailVerificationCodeForm):
    """Proves that an e-mail address is one's own."""


class PasswordCodeForm(MailedCodeFormMixin, account.ConfirmPasswordResetCodeForm):
    """Lets a forgotten password be replaced."""

    def __init__(self, *args: Any, email: str = "", **kwargs: Any) -> None:
        self.email = email
        super().__init__(*args, **kwargs)


class SecondFactorForm(SecondFactorFormMixin, mfa.AuthenticateForm):
    """The second step of logging in."""

    words = {"code": FROM_APP}


class SecondFactorAgainForm(SecondFactorFormMixin, mfa.ReauthenticateForm):
    """The second step, once more."""

    words = {"code": FROM_APP}


class TurnOnForm(SecondFactorFormMixin, totp.ActivateTOTPForm):
    """The first code of a new app."""

    words = {"code": (_("Code from the app"), _("6 digits"))}


class TurnOffForm(AccountFormMixin, totp.DeactivateTOTPForm):
    """Only a button."""


class NewRecoveryCodesForm(AccountFormMixin, recovery.GenerateRecoveryCodesForm):
    """Only a button."""
