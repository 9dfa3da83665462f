"""The icons of the portal: one drawing each, in icons.svg; a page carries only those that it shows."""

import re
from collections.abc import Iterable
from pathlib import Path

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

SOURCE = Path(__file__).with_name("icons.svg")
"""A <symbol> per icon on a grid of 24, without fills, in the colour of the words beside it."""

_SYMBOL = re.compile(r'<symbol id="([a-z]+)"([^>]*)>(.*?)</symbol>')
_USED = re.compile(r'href="#icon-([a-z]+)"')

SYMBOLS = {name: (attributes, drawing) for name, attributes, drawing in _SYMBOL.findall(SOURCE.read_text("utf-8"))}
"""Attributes and drawing of each symbol, by the name of its icon."""

SIZES = frozenset({"", "small", "large"})


class UnknownIconError(LookupError):
    """icons.svg has no icon of that name, or there is no such size."""


def icon(name: str, size: str = "") -> SafeString:
    """Return an icon as an <svg> that points to its symbol; it says nothing by itself, words stand beside it.

    `size` is "" (24 px), "small" (18 px) or "large" (32 px). Raise UnknownIconError for any other, and for a name that
    icons.svg does not have.
    """
    if name not in SYMBOLS or size not in SIZES:
        raise UnknownIconError(f"No icon {name!r} of size {size!r}")
    look = f" portal-icon--{size}" if size else ""
    return format_html(
        '<svg class="portal-icon{}" aria-hidden="true" focusable="false"><use href="#icon-{}"/></svg>', look, name
    )


def used_icons(markup: str) -> list[str]:
    """Return the names of the icons that a piece of HTML shows, each once, in the order of their first use."""
    return [name for name in dict.fromkeys(_USED.findall(markup)) if name in SYMBOLS]


def sprite(names: Iterable[str]) -> SafeString:
    """Return the hidden <svg> with the symbols of these icons; nothing for no icon."""
    symbols = "".join(
        f'<symbol id="icon-{name}"{attributes}>{drawing}</symbol>'
        for name, (attributes, drawing) in ((name, SYMBOLS[name]) for name in names)
    )
    if not symbols:
        return SafeString("")
    text = f'<svg class="portal-sprite" width="0" height="0" aria-hidden="true" focusable="false">{symbols}</svg>'
    return mark_safe(text)  # noqa: S308 - from icons.svg, no word of anybody
