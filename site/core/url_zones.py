"""The zones of the site by address: public, behind a session, the editors' admin. Who adds an address adds it here."""

from enum import StrEnum


class Zone(StrEnum):
    """What holds for an address: who may keep its answers, and how strict its Content-Security-Policy is."""

    PUBLIC = "public"
    SESSION = "session"
    ADMIN = "admin"


ZONES: dict[str, Zone] = {
    "/quan-tri/": Zone.ADMIN,
    "/tai-khoan/": Zone.SESSION,
    "/ho-so/": Zone.SESSION,
    "/tra-cuu/": Zone.SESSION,
    "/can-bo/": Zone.SESSION,
    "/hop-thu-thu/": Zone.SESSION,
    "/en/account/": Zone.SESSION,
    "/en/submissions/": Zone.SESSION,
    "/en/track/": Zone.SESSION,
    "/en/desk/": Zone.SESSION,
    "/en/mailbox/": Zone.SESSION,
}
"""Beginnings of addresses; every other address is public and must work without a session."""


def zone_of(path: str) -> Zone:
    """Return the zone an address belongs to."""
    return next((zone for prefix, zone in ZONES.items() if path.startswith(prefix)), Zone.PUBLIC)


def is_public(path: str) -> bool:
    """Return whether an address belongs to the public zone."""
    return zone_of(path) is Zone.PUBLIC
