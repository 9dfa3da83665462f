"""Forms of the account pages in the portal's design and words: signing up, logging in, passwords, another address."""

from typing import Any

from allauth.account import forms as allauth
from allauth.account.fields import EmailField
from allauth.core import context
from django import forms
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts import limits
from accounts.emails import AddressField
from accounts.models import Profile
from accounts.profile_forms import FullNameField
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


class LoginForm(AccountFormMixin, allauth.LoginForm):
    """E-mail address and password."""

    words = {"login": (EMAIL, ""), "password": (PASSWORD, "")}
    left_out = ("remember",)


class ReauthenticateForm(AccountFormMixin, allauth.ReauthenticateForm):
    """The password once more."""

    words = {"password": (PASSWORD, "")}


class SignupForm(AccountFormMixin, allauth.SignupForm):
    """Name, e-mail address, password, consent to the terms of the account."""

    field_order = ["full_name", "email", "password1", "consent"]
    words = {
        "email": (EMAIL, _("We send a code to this address.")),
        "password1": (_("Choose a password"), PASSWORD_RULES),
    }
    full_name = FullNameField(
        label=_("Full name"),
        help_text=_("As it stands on your identity card"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    consent = forms.BooleanField(
        label=_("I have read the terms of the account and agree to them"),
        error_messages={"required": _("An account needs your consent to its terms.")},
    )

    def try_save(self, request: HttpRequest) -> tuple[AbstractBaseUser | None, HttpResponse | None]:
        """Answer an address that already has an account like every other, after the same work."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)

    def save(self, request: HttpRequest) -> AbstractBaseUser:
        user = super().save(request)
        consent: dict[str, Any] = {"consent_version": settings.ACCOUNT_TERMS_VERSION, "consent_at": timezone.now()}
        Profile.objects.create(user=user, full_name=self.cleaned_data["full_name"], **consent)
        return user


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


class NewAddressForm(AccountFormMixin, allauth.AddEmailForm):
    """The new address; it replaces the old one when its code was entered."""

    words = {"email": (_("New e-mail address"), _("We send a code to it. Until you enter the code, nothing changes."))}
