"""Where a link in a file may lead: to the web, to a mail, to a telephone, or to a place in the file itself.

Schemes: RFC 3986. A list of what a paper needs; all others start programs or reach into other computers.
"""

import re
from urllib.parse import unquote

from services.forms.uploads.exceptions import LINK, Refusal

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_PLACE_BESIDE = re.compile(r"(?![/\\])(?!.*[/\\]{2})[^:]*")
"""A path below the folder of the file, or a place in the file (`#muc-2`)."""
_ON_A_DISK = re.compile(
    r"(?:file:///)?[a-z]:[/\\][^:]*|file://(?:localhost)?/(?![/\\])[^:\\]*|(?![/\\])[^:]*", re.IGNORECASE
)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")


def check_link(target: str) -> None:
    """Raise Refusal unless what a person clicks on is an address of the web, a mail, a telephone or a place in the
    file.
    """
    if _CONTROLS.search(target.strip()) or not all(_is_safe(form) for form in _readings(target)):
        raise Refusal(LINK)


def check_web_address(target: str) -> None:
    """Raise Refusal unless it names one of the schemes: for links that have no place in the file."""
    check_link(target)
    if _SCHEME.match(target.strip()) is None:
        raise Refusal(LINK)


def is_on_a_disk(target: str) -> bool:
    """Return whether it is a path of the writer's own computer (`file:///C:\\Mau.dotx`): it leads nowhere elsewhere."""
    return not _CONTROLS.search(target) and all(_ON_A_DISK.fullmatch(form) for form in _readings(target))


def _is_safe(target: str) -> bool:
    scheme = _SCHEME.match(target)
    return scheme[1].lower() in SCHEMES if scheme else _PLACE_BESIDE.fullmatch(target) is not None


def _readings(target: str) -> tuple[str, str]:
    """As it is written, and as a program reads it that resolves escapes and overlooks what cannot be seen."""
    return target.strip(), _CONTROLS.sub("", unquote(target)).strip()
