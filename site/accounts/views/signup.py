"""Signing up and confirming an e-mail address."""

from typing import Any

from allauth.account import views as allauth
from allauth.account.internal.flows.email_verification_by_code import (
    EMAIL_VERIFICATION_CODE_SESSION_KEY,
    EmailVerificationProcess,
)
from django import forms
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from accounts import limits
from accounts.forms.signup import SignupForm
from accounts.notices import CODE_EXPIRED, CODE_SENT_AGAIN
from accounts.views.login import RedirectingMixin
from core.client_address import sender_of


class SignupView(RedirectingMixin, allauth.SignupView):
    """User, profile, consent and mail are one transaction; limits come before all of it."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        limits.SIGN_UP_SENDER.enforce(sender_of(request))
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: SignupForm) -> HttpResponse:
        limits.attempt(limits.CODES_TO_ADDRESS, self.request, form.cleaned_data["email"])
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except IntegrityError:  # somebody signed up with this address at the same moment
            form.account_already_exists = True
            with transaction.atomic():
                return super().form_valid(form)


class VerifyView(RedirectingMixin, allauth.ConfirmEmailVerificationCodeView):
    """Asks for the code; says so when it is too old, and when a new one was sent."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        state = request.session.get(EMAIL_VERIFICATION_CODE_SESSION_KEY)
        if state and not EmailVerificationProcess(request, state).is_valid():
            messages.error(request, CODE_EXPIRED)
        return super().dispatch(request, *args, **kwargs)

    def _resend_form_valid(self, form: forms.Form) -> HttpResponse:
        limits.attempt(limits.CODES_TO_ADDRESS, self.request, self._process.email)
        messages.success(self.request, CODE_SENT_AGAIN)
        with transaction.atomic():
            return super()._resend_form_valid(form)
