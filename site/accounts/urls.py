"""Addresses below /tai-khoan/. Those allauth asks for have its names; what is not offered has no address."""

from allauth.account import views as allauth
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from django.urls import path
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from accounts.views import account, enrolment, login, notifications, passwords, signup


def titled(title: Promise) -> dict[str, dict[str, Promise]]:
    """Return what every page tells its template."""
    return {"extra_context": {"title": title}}


FORGOTTEN = _("Forgotten your password?")
SECOND = _("Second step at log-in")
CODES = _("Recovery codes")
AGAIN = _("Please confirm that it is you")

urlpatterns = [
    path("", account.overview, name="account_overview"),
    path(_("log-in/"), login.LoginView.as_view(**titled(_("Log in"))), name="account_login"),
    path(_("log-out/"), allauth.LogoutView.as_view(**titled(_("Log out"))), name="account_logout"),
    path(_("sign-up/"), signup.SignupView.as_view(**titled(_("Create an account"))), name="account_signup"),
    path(
        _("verify/"),
        signup.VerifyView.as_view(**titled(_("Enter the code we sent you"))),
        name="account_email_verification_sent",
    ),
    path(
        _("closed-account/"),
        allauth.AccountInactiveView.as_view(**titled(_("Account closed"))),
        name="account_inactive",
    ),
    path(_("confirm-password/"), login.ReauthenticateView.as_view(**titled(AGAIN)), name="account_reauthenticate"),
    path(
        _("forgotten-password/"),
        passwords.ForgottenPasswordView.as_view(**titled(FORGOTTEN)),
        name="account_reset_password",
    ),
    path(
        _("forgotten-password/code/"),
        passwords.PasswordCodeView.as_view(**titled(_("Enter the code we sent you"))),
        name="account_confirm_password_reset_code",
    ),
    path(
        _("forgotten-password/new/"),
        passwords.NewPasswordView.as_view(**titled(_("Choose a new password"))),
        name="account_complete_password_reset",
    ),
    path(
        _("forgotten-password/done/"),
        allauth.PasswordResetFromKeyDoneView.as_view(**titled(_("Your password has been changed"))),
        name="account_password_reset_completed",
    ),
    path(_("profile/"), account.profile, name="account_profile"),
    path(_("notifications/"), notifications.notifications, name="account_notifications"),
    path(
        _("change-password/"),
        passwords.ChangePasswordView.as_view(**titled(_("Change your password"))),
        name="account_change_password",
    ),
    path(
        _("change-email/"), account.EmailView.as_view(**titled(_("Change your e-mail address"))), name="account_email"
    ),
    path(_("devices/"), account.sessions, name="usersessions_list"),
    path(_("my-data/"), account.export, name="account_export"),
    path(_("close/"), account.close, name="account_close"),
    path(
        _("close/done/"),
        TemplateView.as_view(template_name="account/closed.html", **titled(_("Your account has been closed"))),
        name="account_closed",
    ),
    path(
        _("terms/"),
        TemplateView.as_view(template_name="account/terms.html", **titled(_("Terms of the account"))),
        name="account_terms",
    ),
    path(_("second-step/"), mfa.IndexView.as_view(**titled(SECOND)), name="mfa_index"),
    path(_("second-step/code/"), login.SecondFactorView.as_view(**titled(SECOND)), name="mfa_authenticate"),
    path(_("second-step/confirm/"), login.SecondFactorAgainView.as_view(**titled(AGAIN)), name="mfa_reauthenticate"),
    path(
        _("second-step/turn-on/"),
        login.TurnOnView.as_view(**titled(_("Turn the second step on"))),
        name="mfa_activate_totp",
    ),
    path(_("second-step/by-mail/"), enrolment.enrolment, name="mfa_enrolment"),
    path(_("second-step/by-mail/<str:secret>/"), enrolment.enrolment_link, name="mfa_enrolment_link"),
    path(
        _("second-step/turn-off/"),
        login.TurnOffView.as_view(**titled(_("Turn the second step off"))),
        name="mfa_deactivate_totp",
    ),
    path(
        _("second-step/recovery-codes/"),
        recovery.ViewRecoveryCodesView.as_view(**titled(CODES)),
        name="mfa_view_recovery_codes",
    ),
    path(
        _("second-step/recovery-codes/new/"),
        login.NewRecoveryCodesView.as_view(**titled(_("Make new recovery codes"))),
        name="mfa_generate_recovery_codes",
    ),
    path(
        _("second-step/recovery-codes/file/"),
        recovery.DownloadRecoveryCodesView.as_view(),
        name="mfa_download_recovery_codes",
    ),
]
