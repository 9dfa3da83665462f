"""Numbers as people write them: telephone, personal identification, business registration."""

import re
import unicodedata

from core.text import clean

_BETWEEN = re.compile(r"[\s.\-()/\u2010-\u2015]+")
_COUNTRY = re.compile(r"^(?:\+84|0084|84(?=\d{9,10}$))0?")
_PREFIX = re.compile(r"^(?:\+84|0084)0?(?=\d{3})")
_FIGURES = re.compile(r"\+?\d+", re.ASCII)
_ABROAD = re.compile(r"\+(?!84)[1-9]\d{6,14}", re.ASCII)
_MOBILE = re.compile(r"0[35789]\d{8}")
_LANDLINE = re.compile(r"02\d{9}")
_IDENTIFICATION = re.compile(r"\d{12}", re.ASCII)
_BUSINESS = re.compile(r"(\d{10})(\d{3})?", re.ASCII)


def phone(text: str) -> str | None:
    """Return a Vietnamese telephone number as 0… without blanks, or None: mobile 10 digits, landline 11."""
    digits = _COUNTRY.sub("0", _unspaced(text))
    known = digits.isascii() and (_MOBILE.fullmatch(digits) or _LANDLINE.fullmatch(digits))
    return digits if known else None


def phone_abroad(text: str) -> str | None:
    """Return a telephone number of another country as +… without blanks, or None."""
    digits = _unspaced(text)
    return digits if _ABROAD.fullmatch(digits) else None


def part_of_phone(text: str) -> str | None:
    """Return a telephone number or a part of one as it is found in those that are kept, or None: it has other signs.

    `+84 912 345` → `0912345`, `912.345` → `912345`, `+49 151` → `49151`.
    """
    figures = _unspaced(text)
    if not _FIGURES.fullmatch(figures):
        return None
    return phone(text) or _PREFIX.sub("0", figures).removeprefix("+")


def is_mobile(number: str) -> bool:
    """Return whether a number, as `phone` writes it, is one that short messages reach."""
    return number.isascii() and bool(_MOBILE.fullmatch(number))


def identification(text: str) -> str | None:
    """Return the 12 digits of a personal identification number (số định danh cá nhân), or None."""
    digits = _unspaced(text)
    return digits if _IDENTIFICATION.fullmatch(digits) else None


def business(text: str) -> str | None:
    """Return an enterprise code of 10 digits, or one of 13 written 0123456789-001 for a dependent unit, or None."""
    match = _BUSINESS.fullmatch(_unspaced(text))
    return "-".join(part for part in match.groups() if part) if match else None


def _unspaced(text: str) -> str:
    """Without what people write between figures; wide figures, as some keyboards give them, in their usual form."""
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", clean(text)))
