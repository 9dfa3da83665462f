"""Signing up, logging in, proving once more who one is."""

from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.forms.base import EMAIL, PASSWORD, PASSWORD_RULES, AccountFormMixin
from accounts.forms.lines import FullNameField
from accounts.models import Profile


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
        """An address that already has an account gets the same answer, after the same work."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)

    def save(self, request: HttpRequest) -> AbstractBaseUser:
        user = super().save(request)
        consent: dict[str, Any] = {"consent_version": settings.ACCOUNT_TERMS_VERSION, "consent_at": timezone.now()}
        Profile.objects.create(user=user, full_name=self.cleaned_data["full_name"], **consent)
        return user
