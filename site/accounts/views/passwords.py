"""Changing a password, and replacing a forgotten one; other devices are logged out."""

import time
from typing import Any

from allauth.account import views as allauth
from allauth.account.internal.flows.password_reset_by_code import (
    PASSWORD_RESET_VERIFICATION_SESSION_KEY,
    PasswordResetVerificationProcess,
)
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from accounts import limits
from accounts.forms.passwords import ChangePasswordForm, ForgottenPasswordForm, NewPasswordForm
from accounts.notices import CODE_EXPIRED
from accounts.sessions import end_sessions, forget_session, other_sessions
from accounts.views.login import RedirectingMixin
from core.client_address import sender_of

EVEN_SECONDS = 0.1
"""Nothing is hashed here, so a single query more or less would show; the answer waits until this much has passed."""


class ForgottenPasswordView(RedirectingMixin, allauth.PasswordResetView):
    """Sends a code, or a mail that says there is no account; the page is the same, and so is the time it takes."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        limits.RESET_SENDER.enforce(sender_of(request))
        answer_at = time.monotonic() + EVEN_SECONDS
        response = super().post(request, *args, **kwargs)
        time.sleep(max(0.0, answer_at - time.monotonic()))
        return response

    def form_valid(self, form: ForgottenPasswordForm) -> HttpResponse:
        limits.attempt(limits.CODES_TO_ADDRESS, self.request, form.cleaned_data["email"])
        with transaction.atomic():
            return super().form_valid(form)


class PasswordCodeView(RedirectingMixin, allauth.ConfirmPasswordResetCodeView):
    """Asks for the code from the mail; says so when it is too old."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        state = request.session.get(PASSWORD_RESET_VERIFICATION_SESSION_KEY)
        if state and not PasswordResetVerificationProcess(request, state).is_valid():
            messages.error(request, CODE_EXPIRED)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "email": self._process.state["email"]}


class NewPasswordView(RedirectingMixin, allauth.CompletePasswordResetView):
    """Takes the new password; whoever was logged in with the old one no longer is."""

    def form_valid(self, form: NewPasswordForm) -> HttpResponse:
        with transaction.atomic():
            end_sessions(other_sessions(form.user, None))
            answer = super().form_valid(form)
        limits.lift_by_mail(form.user.email)
        return answer


class ChangePasswordView(RedirectingMixin, allauth.PasswordChangeView):
    """Takes the old and the new password; this device stays logged in."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not request.user.has_usable_password():
            return HttpResponseRedirect(reverse("account_reset_password"))
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: ChangePasswordForm) -> HttpResponse:
        with transaction.atomic():
            key = self.request.session.session_key
            end_sessions(other_sessions(form.user, key))
            forget_session(key)  # this device goes on under another key
            return super().form_valid(form)
