"""What a list of services says about its cards."""

from collections.abc import Iterable

from django import template

from services.catalogue.cards import Card

register = template.Library()


@register.filter
def some_named_in_english(cards: Iterable[Card]) -> bool:
    """Return whether some title in the list is an unofficial one in English."""
    return any(card.vietnamese for card in cards)
