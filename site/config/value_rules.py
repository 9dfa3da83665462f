"""What the address of a service and the name of a host may look like, so that no part is taken for another.

In `postgres://portal:12/34@db/portal` a person sees a password with a slash, a program the host `portal`, port 12.
"""

import re
from collections.abc import Collection

URL_RULE = (
    "cannot be read as an address of one of these kinds: {schemes}. It is written scheme://user:password@host:port/…; "
    "in a user name or password, signs other than letters, digits and - . _ ~ must be percent-encoded: "
    "# is %23, / is %2F, ? is %3F, @ is %40, : is %3A, % is %25, a blank is %20."
)
MEMORY = "sqlite://:memory:"

_URL = re.compile(r"([a-z0-9+.-]+)://([^/?#\s]*)([^#\s]*)", re.IGNORECASE)
_USER = re.compile(r"(?:[^%\[\]]|%[0-9a-f]{2})*", re.IGNORECASE)
_PLACE = re.compile(r"(?:\[[0-9a-f:.]+\]|[^:\[\]]*)(?::\d+)?", re.IGNORECASE)
_HOST = re.compile(r"\*|\.?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\]", re.IGNORECASE)


def url_fault(text: str, schemes: Collection[str]) -> bool:
    """Return whether it is no address of one of those schemes,
    or one whose password could be taken for something else.
    """
    if text == MEMORY:
        return MEMORY.partition(":")[0] not in schemes
    found = _URL.fullmatch(text)
    if found is None or found[1].lower() not in schemes:
        return True
    authority, rest = found[2], found[3]
    user, _sign, places = authority.rpartition("@")
    is_cut_short = bool(authority) and "@" in rest  # what stands before that sign began in the password
    return is_cut_short or not _USER.fullmatch(user) or not all(map(_PLACE.fullmatch, places.split(",")))


def host_fault(text: str) -> bool:
    """Return whether no browser would send this as the name of a host."""
    return not _HOST.fullmatch(text)
