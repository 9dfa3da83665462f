"""Changing a password, and getting a new one when it is forgotten."""

from allauth.account import forms as allauth
from allauth.core import context
from django.utils.translation import gettext_lazy as _

from accounts import limits
from accounts.forms.base import EMAIL, NEW_PASSWORD, PASSWORD_RULES, AccountFormMixin


class ForgottenPasswordForm(AccountFormMixin, allauth.ResetPasswordForm):
    """The address a code is sent to."""

    words = {"email": (EMAIL, _("The address of your account"))}


class NewPasswordForm(AccountFormMixin, allauth.ResetPasswordKeyForm):
    """A new password, after the code was right."""

    words = {"password1": (NEW_PASSWORD, PASSWORD_RULES)}
    left_out = ("password2",)


class ChangePasswordForm(AccountFormMixin, allauth.ChangePasswordForm):
    """The password now, and the new one."""

    words = {"oldpassword": (_("Current password"), ""), "password1": (NEW_PASSWORD, PASSWORD_RULES)}
    left_out = ("password2",)

    def clean_oldpassword(self) -> str:
        assert self.user is not None  # noqa: S101 (the view requires a log-in)
        attempt = limits.attempt(limits.LOG_IN, context.request, self.user.email)
        password = super().clean_oldpassword()
        attempt.give_back()
        return password
