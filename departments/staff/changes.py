"""What is done to accounts of staff: one function, one transaction, one line of the audit.

Nobody changes their own account here, and one administrator who can log in always stays.
"""

from collections.abc import Iterable

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from accounts import mails
from accounts.emails import canonical
from accounts.models import User
from accounts.sessions import end_sessions
from departments.staff.roles import ADMINISTRATOR, StaffRole, role_sets, roles_of


class ChangeRefused(Exception):
    """It is not done; the text says why, in the language in force."""


def may_manage(user: User) -> bool:
    """Return whether this person may see and change accounts: whoever gives roles could take any of them, so only
    those who may do everything anyway.
    """
    return bool(user.is_active and user.is_superuser)


@transaction.atomic
def invite(*, email: str, name: str, roles: Iterable[StaffRole], by: User) -> User:
    """Give an account, a new one or the one with that address, these roles and have its owner told by mail."""
    _require_manager(by)
    known = User.objects.with_email(email).first()
    if known is not None and not known.is_active:
        raise ChangeRefused(_("The account with this address is suspended. Open it in the list and end that first."))
    user = known or _newcomer(canonical(email), name)
    has = roles_of(user, role_sets(kept=_groups(user)))
    set_roles(user, {*has, *roles}, by=by)
    send_invitation(user, by=by)
    return user


def _newcomer(email: str, name: str) -> User:
    """Return a new account without a password; the code that leads to one also proves the address."""
    user = User.objects.create_user(email, None, first_name=name)
    EmailAddress.objects.create(user=user, email=email, primary=True)
    return user


def send_invitation(user: User, *, by: User) -> None:
    """Have the mail sent that leads to choosing a password; it holds no secret, a code proves the mailbox."""
    _require_manager(by)
    mails.post("invitation", user.email, user=user, to_email=user.email)
    _tell(by, user, "invite")


@transaction.atomic
def set_roles(user: User, roles: Iterable[StaffRole], *, by: User) -> None:
    """Give exactly these roles. ChangeRefused for one's own, and for the last administrator's."""
    _require_other(user, by)
    wanted = {role.key: role for role in roles}
    before = {role.key: role for role in roles_of(user, role_sets(kept=_groups(user)))}
    given, taken = wanted.keys() - before.keys(), before.keys() - wanted.keys()
    if not given | taken:
        return
    if ADMINISTRATOR in taken:
        _require_another_administrator(user)
    user.is_superuser = user.is_staff = ADMINISTRATOR in wanted
    user.save(update_fields=["is_superuser", "is_staff"])
    user.groups.add(*_groups_of(wanted[key] for key in given))
    user.groups.remove(*_groups_of(before[key] for key in taken))
    _tell(by, user, "roles", given=sorted(given), taken=sorted(taken))


@transaction.atomic
def suspend(user: User, *, by: User) -> None:
    """Let nobody in with this account any more, at once; its roles stay for the day it is opened again."""
    _require_other(user, by)
    if user.is_superuser:
        _require_another_administrator(user)
    user.is_active = False
    user.save(update_fields=["is_active"])
    end_sessions(UserSession.objects.filter(user=user))
    _tell(by, user, "suspend")


@transaction.atomic
def resume(user: User, *, by: User) -> None:
    """Let the owner in again, with the roles the account has."""
    _require_other(user, by)
    user.is_active = True
    user.save(update_fields=["is_active"])
    _tell(by, user, "resume")


def _groups_of(roles: Iterable[StaffRole]) -> list[int]:
    return [role.group for role in roles if role.group is not None]


def _groups(user: User) -> list[int]:
    return list(user.groups.values_list("pk", flat=True))


def _require_manager(by: User) -> None:
    if not may_manage(by):
        raise ChangeRefused(_("Only an administrator changes accounts and roles."))


def _require_other(user: User, by: User) -> None:
    _require_manager(by)
    if user.pk == by.pk:
        raise ChangeRefused(_("Nobody changes the roles of their own account. Ask another administrator."))


def _require_another_administrator(user: User) -> None:
    """Two administrators who take each other's role at once wait for one another here."""
    administrators = User.objects.select_for_update().filter(is_superuser=True, is_active=True).order_by("pk")
    if all(other.pk == user.pk for other in administrators):
        raise ChangeRefused(_("This is the last administrator: somebody has to be able to give roles."))


def _tell(by: User, user: User, action: str, **detail: list[str]) -> None:
    for path in settings.STAFF_CHANGED:
        import_string(path)(by, user, action, detail)
