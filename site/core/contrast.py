"""Contrast of two colours, as WCAG 2.2 defines it, and the colours that the letters of this portal meet."""

import re

READABLE = 4.5
"""The least contrast of text with what it stands on (WCAG 2.2, success criterion 1.4.3, level AA)."""

HEX = re.compile(r"^#[0-9a-fA-F]{6}\Z")
"""How a colour is written here: #rrggbb."""

LIGHT_GROUND = "#f9f5ef"
DARK_GROUND = "#2c2723"
DARK_TEXT = "#1f1a17"
"""The grounds and the text that letters of a chosen colour meet; the least favourable ones of the stylesheet."""

READ_WITH = {"brand_colour": LIGHT_GROUND, "link_colour": LIGHT_GROUND, "banner_colour": DARK_TEXT}
"""Each colour that can be chosen, with the colour it is read with."""

_STEPS = 20


def luminance(colour: str) -> float:
    """Return the relative luminance of "#rrggbb", from 0 (black) to 1 (white); raises ValueError for anything else."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 (the same) to 21 (black on white), in either order."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def is_readable(text: str, background: str) -> bool:
    """Return whether text of that colour may stand on that background."""
    return ratio(text, background) >= READABLE


def lightened(colour: str, background: str) -> str:
    """Return the colour, mixed with as little white as makes it readable on a dark background."""
    mixes = (_with_white(colour, step / _STEPS) for step in range(_STEPS + 1))
    return next((mix for mix in mixes if is_readable(mix, background)), "#ffffff")


def _channels(colour: str) -> tuple[int, int, int]:
    if not HEX.match(colour):
        raise ValueError(f"Not a colour such as #8e1a2d: {colour!r}")
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _with_white(colour: str, share: float) -> str:
    return "#" + "".join(f"{round(channel + (255 - channel) * share):02x}" for channel in _channels(colour))
