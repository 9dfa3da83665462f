"""Measured quantities: read as Vietnamese write them, kept as exact decimal text such as "1250.5".

A comma is the decimal sign and dots part thousands ("1.250,5"); a dot before anything but three digits can only be a
decimal sign ("1250.5"). "1.250" and "1,250" may mean two things a thousand times apart, so the person is asked. For the
same reason a stored measure never has three decimals: 1,125 is kept as "1.1250".
"""

import re
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _


class Unit(models.TextChoices):
    """Units of measure; what is known by its sign is written with it in every language."""

    SQUARE_METRE = "m2", "m²"
    HECTARE = "ha", "ha"
    METRE = "m", "m"
    KILOMETRE = "km", "km"
    CUBIC_METRE = "m3", "m³"
    LITRE = "l", _("litres")
    KILOGRAM = "kg", "kg"
    TONNE = "tonne", _("tonnes")
    KILOWATT = "kw", "kW"
    PERCENT = "percent", "%"


LARGEST = "1000000000000"

STORED = r"^(0|[1-9][0-9]{0,14})(\.([0-9]?[1-9]|[0-9]{2}[1-9]0|[0-9]{3,5}[1-9]))?$"
"""How a measure is kept."""

_STORED = re.compile(STORED, re.ASCII)
_VIETNAMESE = re.compile(r"(?P<whole>\d+|[1-9]\d{0,2}(?:[. ]\d{3})+)(?:,(?P<part>\d+))?", re.ASCII)
_ENGLISH = re.compile(r"(?P<whole>\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(?P<part>\d+))?", re.ASCII)
_TWO_MEANINGS = re.compile(r"([1-9]\d{0,2})[.,](\d{3})", re.ASCII)


class TwoMeaningsError(ValueError):
    """The text may be a whole number or a broken one: `whole` and `broken` are the two, written so that each is one."""

    def __init__(self, whole: str, broken: str) -> None:
        super().__init__(whole, broken)
        self.whole, self.broken = whole, broken


def read_measure(text: str) -> str | None:
    """Return the stored form of what was typed, None for what is no measure; TwoMeaningsError where it may be two."""
    if double := _TWO_MEANINGS.fullmatch(text):
        raise TwoMeaningsError("".join(double.groups()), f"{double[1]},{double[2]}0")
    found = _VIETNAMESE.fullmatch(text) or _ENGLISH.fullmatch(text)
    if found is None:
        return None
    whole = re.sub(r"[., ]", "", found["whole"]).lstrip("0") or "0"
    part = (found["part"] or "").rstrip("0")
    part += "0" if len(part) == 3 else ""
    stored = f"{whole}.{part}" if part else whole
    return stored if is_measure(stored) else None


def is_measure(text: str) -> bool:
    """Return whether this is a measure as it is kept."""
    return bool(_STORED.fullmatch(text))


def size(stored: str) -> Decimal:
    """Return the measure as a number to compare."""
    return Decimal(stored)


def clean_measure(typed: str, least: str, most: str) -> str:
    """Return the stored form of what was typed; ValidationError says what is wrong, or which two things it may mean."""
    try:
        value = read_measure(typed)
    except TwoMeaningsError as two:
        words = gettext("This may mean {whole} or {broken}. Write one of these two.")
        raise ValidationError(words.format(whole=two.whole, broken=two.broken), code="measure") from None
    if value is None:
        words = gettext("Write a number with a decimal comma, for example 1250,5 or 1.250,5.")
        raise ValidationError(words, code="measure")
    if size(value) < size(least):
        words = gettext("The number must be at least {least}.")
        raise ValidationError(words.format(least=to_type(least)), code="small")
    if size(value) > size(most):
        words = gettext("The number must be at most {most}.")
        raise ValidationError(words.format(most=to_type(most)), code="large")
    return value


def to_type(stored: str) -> str:
    """Return the measure as a person may type it in the language of the moment: 1250,5 or 1250.5."""
    return stored if _is_english() else stored.replace(".", ",")


def in_figures(stored: str) -> str:
    """Return the measure to read, with the separators of the language of the moment: 1.250,5 or 1,250.5."""
    whole, _point, part = stored.partition(".")
    figures = f"{int(whole):,}" + (f".{part.rstrip('0')}" if part else "")
    return figures if _is_english() else figures.translate(_SWAPPED)


def _is_english() -> bool:
    return (get_language() or "").startswith("en")


_SWAPPED = str.maketrans(",.", ".,")
