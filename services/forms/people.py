"""People named on the command line: whom a request is about, and who answers for it."""

from typing import Any

from django.core.management.base import CommandError, CommandParser

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
    """The account a command is about; CommandError when there is none."""
    wanted = {"pk": options["user"]} if options["user"] is not None else {"email__iexact": options["email"].strip()}
    return _found(wanted)


def responsible(options: dict[str, Any]) -> User | None:
    """Who answers for it; None when nobody was named."""
    return _found({"email__iexact": options["by"].strip()}) if options["by"] else None


def _found(wanted: dict[str, Any]) -> User:
    user = User.objects.filter(**wanted).first()
    if user is None:
        raise CommandError("There is no such account.")
    return user
