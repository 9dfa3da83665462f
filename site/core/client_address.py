"""Who sent a request, as far as it can be believed: from which page of ours, and from which address."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

Address = IPv4Address | IPv6Address

HOME_NETWORK = 64
"""Bits of an IPv6 address that name a household; the rest its own machines choose freely."""
SITE_NETWORK = 48
"""Bits of an IPv6 address that name whoever was given whole networks of households: a rented server, for example."""


def is_from_own_page(request: HttpRequest) -> bool:
    """Return whether a browser says that a page of this very host sent the form.

    It stands in for a token where nobody has a session: a browser writes Origin and Referer itself, so a page of
    another site cannot send a visitor's form here. A request that says neither is not believed.
    """
    said = request.headers.get("Origin") or request.headers.get("Referer", "")
    try:
        sender = urlsplit(said)
    except ValueError:
        return False
    return sender.scheme in ("http", "https") and sender.netloc == request.get_host()


def sender_of(request: HttpRequest) -> str:
    """Return the network address that limits are counted by: an IPv4 address, or the /64 of an IPv6 address.

    X-Forwarded-For is read from its end, and only as far as the hosts that wrote it are in settings.TRUSTED_PROXIES;
    what a visitor wrote into it stands before that and is never reached.
    """
    nearest = _parsed(request.META.get("REMOTE_ADDR", ""))
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",") if hop.strip()]
    while nearest and _is_trusted(nearest) and hops:
        further = _parsed(hops.pop())
        if further is None:
            break
        nearest = further
    return _counted(nearest) if nearest else ""


def wider_network(sender: str) -> str:
    """Return the /48 around what `sender_of` told of an IPv6 address; "" for IPv4.

    There, addresses are scarce, and neighbours have nothing in common: a telephone company puts a whole province into
    one range.
    """
    if "/" not in sender:
        return ""
    return str(IPv6Network(sender).supernet(new_prefix=SITE_NETWORK))


def is_from_trusted_proxy(request: HttpRequest) -> bool:
    """Return whether the host that handed the request over is in settings.TRUSTED_PROXIES."""
    nearest = _parsed(request.META.get("REMOTE_ADDR", ""))
    return nearest is not None and _is_trusted(nearest)


def _parsed(text: str) -> Address | None:
    """Return the address; one of IPv4 written as IPv6 is read as IPv4. None for anything else."""
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _is_trusted(address: Address) -> bool:
    return any(address in network for network in settings.TRUSTED_PROXIES)


def _counted(address: Address) -> str:
    if isinstance(address, IPv4Address):
        return str(address)
    return str(IPv6Network((int(address), HOME_NETWORK), strict=False))
