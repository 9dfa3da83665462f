"""Where lines of Vietnamese may break: two-syllable words stay together, and a summary becomes one line."""

import re

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

NO_BREAK = "\N{NO-BREAK SPACE}"

WORDS = (
    *("công trình", "nơi ở", "vận tải", "chỗ ở", "số định danh", "cư trú", "kinh doanh", "hành nghề", "chữa bệnh"),
    *("thực phẩm", "y tế", "đặc biệt", "cấp I", "cấp II", "cấp III", "cấp IV", "nhà ở", "đất đai", "thi cử", "qua đời"),
)
"""Words that read badly when a line ends inside of them; short, since each costs the browser a place to break."""

_TIED = re.compile(r"(?<!\w)(" + "|".join(sorted(WORDS, key=len, reverse=True)) + r")(?!\w)", re.IGNORECASE)
_TAG = re.compile(r"(<[^>]*>)")

LINE = 60
"""Letters of one line under the title of a card."""


def tied(text: str | SafeString) -> SafeString:
    """Return a text or a piece of HTML in which no line ends inside a word of WORDS; never stored, only shown."""
    parts = _TAG.split(conditional_escape(text))
    shown = "".join(part if part.startswith("<") else _TIED.sub(_tie, part) for part in parts)
    return mark_safe(shown)  # noqa: S308 - escaped above, or safe when it came


def one_line(text: str, most: int = LINE) -> str:
    """Return the first sentence of a text without its full stop, cut at a word with “…” where it is longer than
    `most` letters.
    """
    first = re.split(r"(?<=[.!?;])\s", text.strip(), maxsplit=1)[0].rstrip(".;")
    if len(first) <= most:
        return first
    return first[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:–(") + "…"


def _tie(word: re.Match[str]) -> str:
    return word[0].replace(" ", NO_BREAK)
