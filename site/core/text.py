"""Vietnamese text: folding, addresses, dictionary order, clean input. The only file that knows Vietnamese letters."""

import re
import unicodedata
from html import escape, unescape
from itertools import chain
from typing import Literal

SortKey = tuple[tuple[tuple[tuple[int, ...], tuple[int, ...]], ...], str]

ALPHABET = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""Digits, then the 29 Vietnamese letters in their order, with f, j, w and z where dictionaries put them."""

_BREVE, _CIRCUMFLEX, _HORN = "\u0306", "\u0302", "\u031b"
_SHAPES = {_BREVE, _CIRCUMFLEX, _HORN}
_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT_BELOW = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
_TONES = {_GRAVE: 1, _HOOK: 2, _TILDE: 3, _ACUTE: 4, _DOT_BELOW: 5}
_RANKS = {letter: rank for rank, letter in enumerate(ALPHABET)}
# Eth and the African d look like đ in capitals and are often typed for it.
_D_WITH_STROKE = str.maketrans(dict.fromkeys("đðɖ", "d"))
_ONE_D_WITH_STROKE = str.maketrans(dict.fromkeys("ðɖ", "đ"))

_PLAIN = str.maketrans(
    {"đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "..."}
)

_TAG = re.compile(r"(<[^>]*>)")
_BLANKS_AROUND_BLOCKS = re.compile(r"\s*(</?(?:p|ul|ol|li|h[1-6]|hr|br|embed)\b[^>]*>)\s*")

_WORD = re.compile(r"[^\W_]+")
_SYLLABLE = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_LETTER = re.compile(r"([^\W_])([\u0300-\u036f]*)")


def clean(text: str) -> str:
    """Return one line of input as it is stored: NFC, single spaces, no control or invisible formatting characters."""
    spaced = " ".join(text.split())
    visible = "".join(char for char in spaced if unicodedata.category(char) not in {"Cc", "Cf", "Cs"})
    return unicodedata.normalize("NFC", " ".join(visible.split()))


def clean_lines(text: str) -> str:
    """Several lines of input as they are stored: each clean, none empty at the beginning and at the end."""
    return "\n".join(clean(line) for line in text.splitlines()).strip()


def clean_html(html: str) -> str:
    """Rich text as it is stored: its words clean, its tags as they are, no blanks around its paragraphs and lists."""
    parts = (part if part.startswith("<") else _clean_words(part) for part in _TAG.split(html))
    return _BLANKS_AROUND_BLOCKS.sub(r"\1", "".join(parts)).strip()


def _clean_words(words: str) -> str:
    """Return the words between two tags; a blank at their edge may part them from what stands in bold beside them."""
    plain_words = unescape(words)
    before, after = (" " if edge.isspace() else "" for edge in (plain_words[:1], plain_words[-1:]))
    cleaned = clean(plain_words)
    return f"{before}{escape(cleaned, quote=False)}{after}" if cleaned else before


def fold(text: str) -> str:
    """Text for matching: lower case without tones and shapes, đ as d, words of letters and digits joined by one space.

    NFC and NFD give the same; folding twice changes nothing; nothing is left that a search engine takes for syntax.
    """
    decomposed = _decompose(text, "NFKD").translate(_D_WITH_STROKE)
    unmarked = "".join(char for char in decomposed if not unicodedata.category(char).startswith("M"))
    return " ".join(_WORD.findall(unmarked))


def plain(text: str) -> str:
    """Return the text in ASCII alone, case and punctuation kept: tones and shapes go, what is left beyond ASCII is a
    "?".
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    unmarked = "".join(char for char in decomposed if not unicodedata.category(char).startswith("M"))
    return unmarked.encode("ascii", "replace").decode("ascii")


def has_words(text: str, question: str) -> bool:
    """Return whether every word of the question begins some word of the text, however both are typed; so an empty one
    does.
    """
    words = fold(text).split()
    return all(any(word.startswith(asked) for word in words) for asked in fold(question).split())


def slug(text: str, max_length: int = 100) -> str:
    """Return an ASCII address part such as "dat-dai", of at most `max_length` characters, cut at a word; it may be
    empty.
    """
    if max_length < 1:
        raise ValueError(f"a slug needs room for at least one character, not {max_length}")
    words = re.findall(r"[a-z0-9]+", fold(text))
    result = words[0][:max_length] if words else ""
    for word in words[1:]:
        if len(result) + 1 + len(word) > max_length:
            break
        result += f"-{word}"
    return result


def sort_key(text: str) -> SortKey:
    """Key of Vietnamese dictionary order, for `sorted`.

    Syllable by syllable: first the letters (a ă â b c d đ e ê …), then the tone (ngang, huyền, hỏi, ngã, sắc, nặng), so
    that "ba", "ba ba", "bà", "bà con" stand as in a printed dictionary. Case and punctuation only break ties.
    """
    decomposed = _decompose(text, "NFD").translate(_ONE_D_WITH_STROKE)
    syllables = tuple(_syllable_key(syllable) for syllable in _SYLLABLE.findall(decomposed))
    return syllables, unicodedata.normalize("NFC", text)


def _decompose(text: str, form: Literal["NFD", "NFKD"]) -> str:
    folded = unicodedata.normalize(form, text).casefold()
    return unicodedata.normalize(form, folded)


def _syllable_key(syllable: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    letters = tuple(_rank(base, marks) for base, marks in _LETTER.findall(syllable))
    return letters, tuple(_TONES[char] for char in syllable if char in _TONES)


def _rank(base: str, marks: str) -> int:
    shaped = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark in _SHAPES))
    return _RANKS.get(shaped, _RANKS.get(base, len(ALPHABET) + ord(base)))


_LATIN = ((0xB2, 0x24F), (0x1E00, 0x1EFF), (0x2070, 0x209C), (0xFB00, 0xFB06), (0xFF10, 0xFF5A))


def _letters_by_slug() -> dict[str, str]:
    """Letters of Latin alphabets, full-width and raised signs, by the ASCII that stands for them in an address."""
    found: dict[str, str] = {}
    for place in chain(*(range(first, last + 1) for first, last in _LATIN)):
        ascii_form = fold(chr(place)).replace(" ", "-")
        if ascii_form and ascii_form.isascii():
            found[ascii_form] = found.get(ascii_form, "") + chr(place)
    return found


SLUG_STEPS = (
    (r"[\u0300-\u036f]", ""),
    *((f"[{letters}]", ascii_form) for ascii_form, letters in sorted(_letters_by_slug().items())),
    (r"[^A-Za-z0-9]+", "-"),
    (r"^-|-$", ""),
    (r"^([A-Za-z0-9]{100})[A-Za-z0-9].*$", "$1"),
    (r"^(?=.{101})(.{1,100})-.*$", "$1"),
)
"""`slug`, but for the case of letters, as patterns with what replaces them, for a program in a browser.

The last two shorten what is too long: a long first word inside, else at a word.
"""
