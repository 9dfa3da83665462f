"""What is wrong with an entry of the lexicon although it is complete. Pure rules over names of services."""

from collections.abc import Iterable

from core.text import fold


def bare_words(phrases: Iterable[str], names: Iterable[str]) -> list[str]:
    """Return the phrases of a single syllable that official names hold: they would take whoever types them, meaning
    the official word, to something else.
    """
    spoken = {word for name in names for word in _words(name)}
    return [phrase for phrase in phrases if len(_words(phrase)) == 1 and phrase.casefold() in spoken]


def without_page(targets: Iterable[str], names: Iterable[str]) -> list[str]:
    """Return the official words that no name holds, however either is typed: the entry leads nowhere by them."""
    folded = [f" {fold(name)} " for name in names]
    return [target for target in targets if not any(f" {fold(target)} " in name for name in folded)]


def _words(text: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in text.casefold()).split()
