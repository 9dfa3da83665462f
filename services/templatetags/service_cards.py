"""What a list of services says about its cards."""

from collections.abc import Iterable

from django import template

from core.line_breaks import one_line, tied
from services.catalogue.cards import Card

FACT_ICONS = {"papers": "docs", "cost": "money", "time": "clock", "place": "pin"}
"""The icon of each fact of an answer, by its name."""

register = template.Library()
register.filter("one_line", one_line)
register.filter("tied", tied)


@register.filter
def some_named_in_english(cards: Iterable[Card]) -> bool:
    """Return whether some title in the list is an unofficial one in English."""
    return any(card.vietnamese for card in cards)


@register.filter
def fact_icon(name: str) -> str:
    """Return the name of the icon of a fact."""
    return FACT_ICONS[name]
