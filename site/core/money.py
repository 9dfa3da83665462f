"""Money: whole đồng, as figures and in words."""

import re
from typing import NewType

Dong = NewType("Dong", int)

_TYPED = re.compile(r"(?:vnđ|vnd)?\s*(\d{1,3}(?:([.,\s])\d{3})(?:\2\d{3})*|\d+)\s*(?:đồng|đ|vnđ|vnd)?", re.IGNORECASE)

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_BILLION = 1_000_000_000


def format_dong(amount: int, language: str) -> str:
    """Return the amount as read in that language: "5.250.000 đồng" (vi), "VND 5,250,000" (en).

    Raises ValueError for anything but whole đồng of 0 or more, and for a language without a format.
    """
    grouped = f"{_checked(amount):,}"
    match language.partition("-")[0]:
        case "vi":
            return f"{grouped.replace(',', '.')} đồng"
        case "en":
            return f"VND {grouped}"
    raise ValueError(f"no way of writing money in {language!r}")


def parse_dong(typed: str) -> Dong | None:
    """Return the amount somebody typed: "1.500.000", "1500000", "1 500 000 đ"; None when it is no amount of whole đồng.

    Points, commas and blanks are read as they group thousands, and only so: "1.5" may be anything.
    """
    found = _TYPED.fullmatch(" ".join(typed.split()))
    return Dong(int(re.sub(r"\D", "", found[1]))) if found else None


def in_words(amount: int) -> str:
    """Return the amount in Vietnamese words, as on receipts: 1_005_000 → "một triệu không trăm linh năm nghìn đồng".

    Raises ValueError for anything but whole đồng of 0 or more.
    """
    return f"{_number(_checked(amount)) or _DIGITS[0]} đồng"


def _checked(amount: int) -> int:
    if not isinstance(amount, int) or isinstance(amount, bool) or amount < 0:
        raise ValueError(f"not an amount of whole đồng: {amount!r}")
    return amount


def _number(number: int, *, after: bool = False) -> str:
    """Return words of any number, "" for 0; `after` says that a larger group was read before it, so hundreds are read
    too.
    """
    billions, rest = divmod(number, _BILLION)
    words = [f"{_number(billions, after=after)} tỷ"] if billions else []
    for size, name in ((1_000_000, " triệu"), (1_000, " nghìn"), (1, "")):
        group, rest = divmod(rest, size)
        if group:
            words.append(_group(group, full=after or bool(words)) + name)
    return " ".join(words)


def _group(group: int, *, full: bool) -> str:
    """Return words of 1 to 999."""
    hundreds, rest = divmod(group, 100)
    if not hundreds and not full:
        return _tens(rest)
    words = f"{_DIGITS[hundreds]} trăm"
    if not rest:
        return words
    return f"{words} linh {_DIGITS[rest]}" if rest < 10 else f"{words} {_tens(rest)}"


def _tens(number: int) -> str:
    """Return words of 1 to 99."""
    tens, unit = divmod(number, 10)
    if not tens:
        return _DIGITS[unit]
    if tens == 1:
        return f"mười {'lăm' if unit == 5 else _DIGITS[unit]}" if unit else "mười"
    return f"{_DIGITS[tens]} mươi {_AFTER_TENS.get(unit, _DIGITS[unit])}" if unit else f"{_DIGITS[tens]} mươi"
