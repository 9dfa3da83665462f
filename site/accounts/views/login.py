"""allauth's pages with a form, made to answer a post with a redirect whatever comes of it (core/kept_posts.py)."""

from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from accounts.enrolment import close, may_add_device
from accounts.forms.codes import TurnOnForm
from core.kept_posts import kept_post, see_again, with_kept


class RedirectingMixin:
    """Give it before a view of allauth: its form with errors is shown by the page that is led to."""

    request: HttpRequest

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post(request, *args, **kwargs)  # type: ignore[misc]  # the view brings it
        if not isinstance(response, TemplateResponse):
            return response
        return see_again(request, (response.context_data or {}).get("form"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        if context.get("form") is not None:
            with_kept(self.request, context["form"])
        return context


class LoginView(RedirectingMixin, account.LoginView):
    """Logging in."""


class ReauthenticateView(RedirectingMixin, account.ReauthenticateView):
    """The password once more."""


class SecondFactorView(RedirectingMixin, mfa.AuthenticateView):
    """The second step of logging in."""


class SecondFactorAgainView(RedirectingMixin, mfa.ReauthenticateView):
    """The second step once more."""


class TurnOnView(RedirectingMixin, totp.ActivateTOTPView):
    """Turning the second step on; the secret stays that of the app while a wrong code is shown again.

    Whoever must have one opens a link from the mailbox first (accounts/enrolment.py).
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return super().dispatch(request, *args, **kwargs) if may_add_device(request) else redirect("mfa_enrolment")

    def form_valid(self, form: TurnOnForm) -> HttpResponse:
        answer = super().form_valid(form)
        close(self.request)
        return answer

    def get_form_kwargs(self) -> dict[str, Any]:
        arguments: dict[str, Any] = super().get_form_kwargs()
        return {"data": {}, **arguments} if kept_post(self.request) else arguments


class TurnOffView(RedirectingMixin, totp.DeactivateTOTPView):
    """Turning the second step off."""


class NewRecoveryCodesView(RedirectingMixin, recovery.GenerateRecoveryCodesView):
    """New recovery codes in the place of the old ones."""
