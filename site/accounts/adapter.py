"""Where allauth asks us: limits, addresses it may lead to, mails, words."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from accounts import limits, mails
from accounts.emails import canonical
from accounts.idle import mark_as_used
from accounts.known_devices import remember_device
from accounts.models import Profile, User
from accounts.notices import NOTICES, TOO_MANY_WRONG_CODES
from accounts.passwords import composed
from accounts.sessions import forget_session
from core.client_address import sender_of
from core.kept_posts import forget_person

NOBODY = "0.0.0.0"  # noqa: S104 (no address is bound: it stands for a sender whose address is not known)


class AccountAdapter(DefaultAccountAdapter):
    """Our account rules."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account has been closed."),
        "duplicate_email": _("This is already the address of your account."),
        "email_password_mismatch": _(
            "The e-mail address or the password is not right. If you have just signed up and did not enter the code, "
            "choose “Forgotten your password?”."
        ),
        "email_taken": _("This address cannot be used. Please use another one."),
        "enter_current_password": _("This is not your current password."),
        "incorrect_code": _("This code is not right. Please check the newest mail you got from us."),
        "incorrect_password": _("The password is not right."),
        "too_many_login_attempts": TOO_MANY_WRONG_CODES,
    }

    def is_ajax(self, request: HttpRequest) -> bool:
        return False  # one way of answering is enough to look after

    def get_client_ip(self, request: HttpRequest) -> str:
        return sender_of(request).partition("/")[0] or NOBODY

    def is_safe_url(self, url: str | None) -> bool:
        """Return whether an address is one of this very host, whatever other hosts the portal answers to."""
        request = self.request
        return url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Return the user of these credentials. Limits come first; whoever signed up without entering the code is
        nobody.

        Otherwise signing up with an address and logging in with the same password would tell whether somebody else
        had an account with it.
        """
        attempt = limits.attempt(limits.LOG_IN, request, credentials.get("email", ""))
        user = super().authenticate(request, **credentials)
        if user is None or Profile.objects.unconfirmed().filter(user=user.pk).exists():
            return None
        attempt.give_back()
        return user

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        super().login(request, user)
        mark_as_used(request)

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **told: Any) -> HttpResponse:
        """Past the last step of logging in: the device is known from now on."""
        response = super().post_login(request, user, **told)
        remember_device(request, response, canonical(user.email))  # type: ignore[attr-defined]  # every user has it
        return response

    def clean_password(self, password: str, user: AbstractBaseUser | None = None) -> str:
        """Judged in the form that is hashed: a decomposed password is no longer than it looks."""
        return super().clean_password(composed(password), user)

    def logout(self, request: HttpRequest) -> None:
        forget_session(request.session.session_key)
        forget_person(request.user.pk)
        super().logout(request)

    def get_login_stages(self) -> list[str]:
        return ["allauth.account.stages.EmailVerificationStage", "allauth.mfa.stages.AuthenticateStage"]

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_overview")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        user = context.get("user")
        values = {name: context[name] for name in mails.TOLD if name in context}
        mails.post(mails.MAILS[template_prefix], email, user=user if isinstance(user, User) else None, **values)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        words = message or NOTICES.get(message_template or "")
        if words:
            messages.add_message(request, level, words, extra_tags=extra_tags)
