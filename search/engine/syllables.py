"""Syllables: one written form for every way to type a Vietnamese word."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from core.text import fold

_TOKEN = re.compile(r"[^\W_]+")
_LOOSE_MARK = re.compile(r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")
"""What no letter took up when it was composed."""
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_Y_ALONE = re.compile(r"(?<=[b-df-hj-np-tv-xzđ])y$|(?<=qu)y$")
TOKENS_KEPT = 50_000


@dataclass(frozen=True)
class Syllable:
    """One word between blanks.

    `text` is as typed, in small letters; `key` has neither tone nor shape; `exact` has both, the tone wherever it was
    put (hoà, hòa) at the end. Both write the y of kỹ and quý as i (kĩ, quí), not that of giấy.
    """

    text: str
    key: str
    exact: str

    @property
    def is_marked(self) -> bool:
        """Whether anything was typed that `key` leaves out."""
        return self.exact != self.key


def syllables(text: str) -> tuple[Syllable, ...]:
    """Return the words of a text, whatever its form of Unicode, its case and its signs."""
    composed = unicodedata.normalize("NFKC", text).casefold()
    composed = unicodedata.normalize("NFKC", composed)
    return tuple(syllable(token) for token in _TOKEN.findall(_LOOSE_MARK.sub("", composed)))


def keys(text: str) -> tuple[str, ...]:
    """Return the words of a text without tones and shapes."""
    return tuple(one.key for one in syllables(text))


@lru_cache(maxsize=TOKENS_KEPT)
def syllable(token: str) -> Syllable:
    """Return one word of letters and digits, given composed and in small letters."""
    key = fold(token).replace(" ", "") or token
    decomposed = unicodedata.normalize("NFD", token)
    tones = "".join(_TONES[char] for char in decomposed if char in _TONES)
    letters = unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in _TONES))
    return Syllable(token, _Y_ALONE.sub("i", key), _Y_ALONE.sub("i", letters) + tones[:1])


def pairs(words: Iterable[str]) -> list[tuple[str, str]]:
    """Return the neighbours of a list of words."""
    return list(pairwise(words))
