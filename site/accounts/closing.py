"""Closing an account: nobody can sign in with it any more, and nothing in it tells whose it was."""

from uuid import uuid4

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from accounts import mails
from accounts.models import EnrolmentLink, Profile, User
from accounts.second_factor import needs_mfa
from core.kept_posts import forget_person


class ClosingRefused(Exception):
    """The account stays; the text says why, in the language in force."""


def require_closable(user: User) -> None:
    """ClosingRefused for an account that belongs to a task (editors, officers): its history must stay readable."""
    if needs_mfa(user):
        raise ClosingRefused(_("This account belongs to a task on this portal. Ask an administrator to close it."))


@transaction.atomic
def close_account(user: User) -> None:
    """Anonymise the account; what others keep of it is settled by settings.ACCOUNT_CLOSING_CHECKS. ClosingRefused."""
    require_closable(user)
    for path in settings.ACCOUNT_CLOSING_CHECKS:
        import_string(path)(user)
    mails.post("account_closed", user.email)
    forget_person(user.pk)
    Profile.objects.filter(user=user).delete()
    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    EnrolmentLink.objects.filter(user=user).delete()
    for session in UserSession.objects.filter(user=user):
        session.end()
    user.email = f"{uuid4().hex}@closed.invalid"
    user.first_name = user.last_name = ""
    user.last_login = None
    user.is_active = user.is_staff = user.is_superuser = False
    user.set_unusable_password()
    user.groups.clear()
    user.user_permissions.clear()
    user.save()
