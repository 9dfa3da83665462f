"""Accounts: how people sign up and in, what codes look like, who must have a second factor."""

from config.env import env

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account_overview"
LOGOUT_REDIRECT_URL = "account_login"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
"""There is one door, with one set of limits: passwords and addresses are changed below /tai-khoan/ only."""

AUTHENTICATION_BACKENDS = ["accounts.backends.PasswordBackend"]
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
IDLE_MINUTES = env.whole_number("IDLE_MINUTES", 120)
IDLE_MINUTES_OF_STAFF = env.whole_number("IDLE_MINUTES_OF_STAFF", 30)
"""A log-in ends after so long without a request; that of staff (MFA_REQUIRED_FOR) sooner."""
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_FAILURE_VIEW = "core.unsent_posts.csrf_failure"
KEPT_POST_SECONDS = 60 * 60
"""How long what was typed into a form is kept for whoever typed it, when it could not be done or sent."""
NEVER_KEPT_BELOW = {
    "/": {"csrfmiddlewaretoken", "posted_by", "pin"},
    "/tai-khoan/": {"code"},
    "/en/account/": {"code"},
}
"""Beginnings of addresses → fields that are not kept: tokens and secret codes. Passwords never are."""

ACCOUNT_TERMS_VERSION = "2026-11-22"
"""Changes with the words of templates/account/terms.html; whoever signs up agrees to this version."""
ACCOUNT_CLOSING_CHECKS: list[str] = []
"""Functions called with the user in the transaction that closes an account; ClosingRefused stops it."""
ACCOUNT_EXPORTS: list[str] = ["accounts.exports.own_data"]
"""Functions called with the user; each gives a dictionary that becomes part of the download of one's own data."""
ACCOUNT_EXPORTED: list[str] = []
"""Functions called with the user when they have taken that download."""
ADMIN_EXPORTED: list[str] = []
"""Functions called with the user and the name of the list when somebody has taken a list of the admin as a file."""
STAFF_CHANGED: list[str] = []
"""Functions called with who did it, the account, the deed and its details, in the transaction that changes it."""
ACCOUNT_TEXT_CHECKS: list[str] = []
"""Functions called with a text that will stand on papers (name, address, organisation); ValidationError refuses it."""
ACCOUNT_PREFERENCES_SAVED: list[str] = []
"""Functions called with the profile, in the transaction that saves how its owner wants to be told of things."""

ACCOUNT_LINKS: list[str] = []
"""Functions called with the request; each gives a core.links.Link that the account page leads on to, or None."""
KNOWN_DEVICE_COOKIE_NAME = "device"
KNOWN_DEVICE_SECONDS = 180 * 24 * 60 * 60
"""How long a device stays known on which nobody has logged in since; it opens nothing (accounts/known_devices.py)."""
UNCONFIRMED_DAYS = 7
"""After so many days an account whose e-mail address nobody confirmed is deleted."""

REQUIRE_STAFF_MFA = False
MFA_REQUIRED_FOR: list[str] = ["accounts.second_factor.opens_the_admin"]
"""Functions of a user: whoever one of them is true of must have a second factor where REQUIRE_STAFF_MFA is set."""

CODE_MINUTES = 15
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 8, "dashed": True}
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = CODE_MINUTES * 60
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = CODE_MINUTES * 60
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
"""Seconds after which the password is asked for again before data is given away or the account itself changed."""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = False
"""Our own limits stand in accounts/limits.py: they tell how long to wait and believe no forged address."""
ACCOUNT_FORMS = {
    "login": "accounts.forms.LoginForm",
    "signup": "accounts.forms.SignupForm",
    "reauthenticate": "accounts.forms.ReauthenticateForm",
    "add_email": "accounts.forms.NewAddressForm",
    "confirm_email_verification_code": "accounts.code_forms.AddressCodeForm",
    "confirm_password_reset_code": "accounts.code_forms.PasswordCodeForm",
    "reset_password": "accounts.forms.ForgottenPasswordForm",
    "reset_password_from_key": "accounts.forms.NewPasswordForm",
    "change_password": "accounts.forms.ChangePasswordForm",
}

MFA_ADAPTER = "accounts.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Cổng Dịch vụ công Thanh Hóa"
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "accounts.code_forms.SecondFactorForm",
    "reauthenticate": "accounts.code_forms.SecondFactorAgainForm",
    "activate_totp": "accounts.code_forms.TurnOnForm",
    "deactivate_totp": "accounts.code_forms.TurnOffForm",
    "generate_recovery_codes": "accounts.code_forms.NewRecoveryCodesForm",
}
USERSESSIONS_TRACK_ACTIVITY = False
"""A page that is only read writes nothing."""
