"""Telex and VNI: what the keys of a Vietnamese keyboard leave behind when the program that reads them is off."""

import re
import unicodedata

_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_BREVE, _CIRCUMFLEX, _HORN = "\u0306", "\u0302", "\u031b"
_VOWELS = "aeiouy"
_VOWEL_GROUP = re.compile(r"[aeiouyâêôăơưđ]+")
SHORTEST, LONGEST = 3, 11
"""Letters that are read: nghiêng with what stands for its marks has ten; "or" is no ỏ."""


def readings(token: str) -> list[str]:
    """Return the words that the keys of a token may have meant, the most likely first; none for plain words."""
    if not token.isascii() or not token.isalnum() or not SHORTEST <= len(token) <= LONGEST:
        return []
    found = [_vni(token)] if re.search(r"[a-z]\d", token) else [_telex(token)]
    return [word for word in found if word and word != token]


def _vni(token: str) -> str:
    letters: list[str] = []
    tone = ""
    for char in token:
        if char in _VNI_TONES:
            tone = _VNI_TONES[char]
        elif char.isdigit():
            if not _shape(letters, char):
                return ""
        else:
            letters.append(char)
    return _composed(letters, tone)


def _shape(letters: list[str], digit: str) -> bool:
    """Put the shape that a digit means on the last letter that may carry it."""
    if digit == "9":
        return _mark(letters, "d", "", "đ")
    if digit == "7" and "uo" in "".join(letters):
        _hook(letters)
        return True
    carriers = {"6": ("aeo", _CIRCUMFLEX), "7": ("ou", _HORN), "8": ("a", _BREVE)}
    return digit in carriers and _mark(letters, *carriers[digit])


def _mark(letters: list[str], carriers: str, sign: str, whole: str = "") -> bool:
    for at in range(len(letters) - 1, -1, -1):
        if letters[at] in carriers:
            letters[at] = whole or unicodedata.normalize("NFC", letters[at] + sign)
            return True
    return False


def _telex(token: str) -> str:
    tone = ""
    letters: list[str] = []
    for char in token:
        if char in _TELEX_TONES and any(letter in _VOWELS + "âêôăơư" for letter in letters):
            tone = _TELEX_TONES[char]
        elif char == "w":
            _hook(letters)
        elif char in "aeo" and char in letters and letters[-1] not in "aeo".replace(char, ""):
            letters[_last(letters, char)] = unicodedata.normalize("NFC", char + _CIRCUMFLEX)
        elif char == "d" and "d" in letters:
            letters[_last(letters, "d")] = "đ"
        else:
            letters.append(char)
    return _composed(letters, tone)


def _hook(letters: list[str]) -> None:
    """A w puts a horn on uo, u and o, a breve on a, and stands for ư alone."""
    at = "".join(letters).rfind("uo")
    if at >= 0:
        letters[at : at + 2] = ["ư", "ơ"]
    elif not (_mark(letters, "a", _BREVE) or _mark(letters, "ou", _HORN)):
        letters.append("ư")


def _last(letters: list[str], char: str) -> int:
    return len(letters) - 1 - letters[::-1].index(char)


def _composed(letters: list[str], tone: str) -> str:
    """Return the word with its tone on a vowel; "" when there is no single group of vowels to carry one."""
    word = re.sub(r"ưo|uơ(?=.)", "ươ", "".join(letters))
    groups = list(_VOWEL_GROUP.finditer(word.replace("đ", "-")))
    if not groups:
        return ""
    at = groups[-1].end() - 1
    return unicodedata.normalize("NFC", f"{word[: at + 1]}{tone}{word[at + 1 :]}") if tone else word
