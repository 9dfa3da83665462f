"""The lexicon made ready: which of its phrases stand in a question, the longest first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.engine import weak_words
from search.engine.intents import agrees
from search.engine.syllables import Syllable, syllables
from search.engine.vocabulary import Vocabulary
from search.lexicon.terms import Term

LEAST_FORGIVEN = 3
"""Words a phrase must have for one wrong mark in it to be forgiven, which makes no other word."""
LEAST_TYPED, LEFT_TO_TYPE = 4, 3
"""Letters after which a phrase is finished for whoever types it, when no more than so many are left."""
SHORT = 3
"""Letters of a single word up to which it must be typed with its marks."""


@dataclass(frozen=True)
class Entry:
    """One phrase, and what it stands for."""

    phrase: tuple[Syllable, ...]
    targets: tuple[tuple[Syllable, ...], ...]
    term: Term


@dataclass(frozen=True)
class Match:
    """An entry found in a question, from one place up to another."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    @property
    def targets(self) -> tuple[tuple[Syllable, ...], ...]:
        return tuple(dict.fromkeys(target for entry in self.entries for target in entry.targets))


class LexiconIndex:
    """The terms of one language, by the first word of their phrases."""

    def __init__(self, terms: Iterable[Term], language: str) -> None:
        self.language = language
        self._by_first: defaultdict[str, list[Entry]] = defaultdict(list)
        self.entries: list[Entry] = []
        for term in terms:
            targets = tuple(found for target in term.targets if (found := syllables(target)))
            for phrase in term.phrases:
                if words := syllables(phrase):
                    entry = Entry(words, targets, term)
                    self.entries.append(entry)
                    self._by_first[words[0].key].append(entry)

    def teach(self, vocabulary: Vocabulary) -> None:
        """Have a vocabulary know the words of the lexicon."""
        for entry in self.entries:
            for line in (entry.phrase, *entry.targets):
                vocabulary.add(line)

    def beginning_with(self, typed: str) -> str:
        """Return the shortest phrase that begins with all of what is typed, "" when there is none or too much of it is
        left.
        """
        start = " ".join(word.key for word in syllables(typed))
        if len(start) < LEAST_TYPED:
            return ""
        found = [
            entry
            for entry in self.entries
            if self._written(entry).startswith(start) and len(self._written(entry)) - len(start) <= LEFT_TO_TYPE
        ]
        best = min(found, key=lambda entry: len(self._written(entry)), default=None)
        return " ".join(word.text for word in best.phrase) if best and best.targets else ""

    def _written(self, entry: Entry) -> str:
        return " ".join(word.key for word in entry.phrase)

    def matches(self, words: Sequence[Syllable], vocabulary: Vocabulary) -> list[Match]:
        """Return what stands in a question, from left to right, nothing twice."""
        found = []
        at = 0
        while at < len(words):
            if match := self._longest(words, at, vocabulary):
                found.append(match)
                at = match.end
            else:
                at += 1
        return found

    def _longest(self, words: Sequence[Syllable], at: int, vocabulary: Vocabulary) -> Match | None:
        ends: defaultdict[int, list[Entry]] = defaultdict(list)
        for entry in self._by_first.get(words[at].key, ()):
            if end := self._end(entry, words, at, vocabulary):
                ends[end].append(entry)
        if not ends:
            return None
        end = max(ends)
        return Match(at, end, tuple(ends[end]))

    def _end(self, entry: Entry, words: Sequence[Syllable], at: int, vocabulary: Vocabulary) -> int:
        """Return where the phrase ends that begins at a place, 0 when it does not stand there; one weak word may stand
        between.
        """
        place, wrong, between = at, 0, 1
        for meant in entry.phrase:
            if between and self._is_between(words, place, meant) and place > at:
                place, between = place + 1, 0
            if place >= len(words) or words[place].key != meant.key:
                return 0
            if not agrees(words[place], meant):
                wrong += 2 if words[place].exact in vocabulary.exact else 1
            place += 1
        return place if self._is_meant(entry.phrase, words[at:place], wrong) else 0

    def _is_between(self, words: Sequence[Syllable], place: int, meant: Syllable) -> bool:
        """Return whether a small word stands where another is meant."""
        stands = words[place] if place < len(words) else meant
        return stands.key != meant.key and weak_words.is_filler(stands, self.language)

    def _is_meant(self, phrase: Sequence[Syllable], typed: Sequence[Syllable], wrong: int) -> bool:
        if len(phrase) == 1 and len(phrase[0].key) <= SHORT and phrase[0].is_marked and not typed[0].is_marked:
            return False
        return not wrong or (wrong == 1 and len(phrase) >= LEAST_FORGIVEN)
