"""What `manage.py check --deploy` says of accounts of the demonstration: everybody can read their password."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.db import DatabaseError

from accounts.models import User
from core.outages import outage_status
from home.demo.accounts import ADMINISTRATOR, CITIZENS, PASSWORD, STAFF
from home.demo.officers import OFFICERS

ADDRESSES = (*STAFF, ADMINISTRATOR, *CITIZENS, *OFFICERS)


def demo_accounts_are_gone(**_told: Any) -> list[CheckMessage]:
    """Return an error where one of them still opens with the password of the README; nothing before the tables are
    made.
    """
    if settings.DEMO:
        return []
    try:
        users = list(User.objects.filter(email__in=ADDRESSES, is_active=True).order_by("email"))
    except DatabaseError as error:
        if outage_status(error) is None:
            return []
        words = "The database does not answer: nobody knows whether accounts of the demonstration are there."
        return [Warning(words, id="home.W001")]
    opened = ", ".join(user.email for user in users if user.check_password(PASSWORD))
    if not opened:
        return []
    words = f"Accounts of the demonstration open with the password that stands in the README: {opened}."
    return [Error(words, hint="Switch them off or give them another password.", id="home.E001")]
