"""What a question means to the search: groups of alternatives, each with its weight. Data only."""

from dataclasses import dataclass

from search.engine.syllables import Syllable
from search.lexicon.terms import Term


@dataclass(frozen=True)
class Alternative:
    """Words of which any share may stand in a document; `factor` is what all of them count."""

    words: tuple[Syllable, ...]
    factor: float


@dataclass(frozen=True)
class Group:
    """Ways to say one thing; the best of them counts. `phrases` are those of the lexicon."""

    weight: float
    alternatives: tuple[Alternative, ...]
    phrases: tuple[tuple[str, ...], ...] = ()
    is_weak: bool = False


@dataclass(frozen=True)
class Plan:
    """`typed` as it was asked, `words` as it was understood, `code` the one that was typed, "" for none."""

    typed: tuple[Syllable, ...]
    words: tuple[Syllable, ...]
    groups: tuple[Group, ...]
    intents: frozenset[str] = frozenset()
    terms: tuple[Term, ...] = ()
    code: str = ""
    spelling: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.groups and not self.code

    @property
    def forms(self) -> frozenset[str]:
        """Every word that a document may be found by, by key."""
        return frozenset(
            word.key for group in self.groups for alternative in group.alternatives for word in alternative.words
        )
