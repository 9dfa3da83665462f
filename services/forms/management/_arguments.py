"""People named on the command line: whom a request is about, and who answers for it."""

from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db.models import QuerySet

from accounts.models import User


def add_arguments(parser: CommandParser) -> None:
    """--email or --user, and --by."""
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("--email", help="the address of the account")
    who.add_argument("--user", type=int, metavar="ID", help="the number of the account")
    add_by(parser)


def add_by(parser: CommandParser) -> None:
    parser.add_argument("--by", metavar="E-MAIL", help="the account that answers for it; named in the audit")


def named(options: dict[str, Any]) -> User:
    """Return the account a command is about; CommandError when there is none."""
    by_number = options["user"] is not None
    return _found(User.objects.filter(pk=options["user"]) if by_number else User.objects.with_email(options["email"]))


def responsible(options: dict[str, Any]) -> User | None:
    """Return who answers for it; None when nobody was named."""
    return _found(User.objects.with_email(options["by"])) if options["by"] else None


def _found(wanted: QuerySet[User]) -> User:
    user = wanted.first()
    if user is None:
        raise CommandError("There is no such account.")
    return user
