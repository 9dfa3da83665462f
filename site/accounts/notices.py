"""What is said at the top of the next page after something was done; allauth names its messages by template."""

from django.utils.translation import gettext_lazy as _

NOTICES = {
    "account/messages/logged_out.txt": _("You have logged out."),
    "account/messages/password_changed.txt": _("Your password has been changed. Other devices were logged out."),
    "account/messages/email_confirmed.txt": _("Your e-mail address has been confirmed."),
    "account/messages/email_confirmation_failed.txt": _("This e-mail address cannot be confirmed."),
    "mfa/messages/totp_activated.txt": _("The second step at log-in is now on."),
    "mfa/messages/totp_deactivated.txt": _("The second step at log-in is now off."),
    "mfa/messages/recovery_codes_generated.txt": _("There are new recovery codes. Keep them in a safe place."),
}
"""Everything else allauth would say is said by the page itself."""

CODE_SENT_AGAIN = _("We have sent a new code. Only the newest code is valid.")
CODE_EXPIRED = _("The code is no longer valid. Choose “Forgotten your password?” to get a new one.")
TOO_MANY_WRONG_CODES = _("There were too many wrong codes. Choose “Forgotten your password?” to get a new one.")
PROFILE_SAVED = _("Your details have been saved.")
PREFERENCES_SAVED = _("Your choices about notifications have been saved.")
SESSION_ENDED = _("The device has been logged out.")
SESSIONS_ENDED = _("All other devices have been logged out.")
LINK_SENT = _("The link is on its way. Open it on this device; if it does not arrive, look into the folder for spam.")
LINK_INVALID = _("This link is no longer valid, or belongs to another account. Ask for a new one here.")
IDLE_TOO_LONG = _("You were logged out because nothing was done for some time. Please log in again.")
SECOND_FACTOR_NEEDED = _("Your work here requires a second step at log-in. Please turn it on now.")
