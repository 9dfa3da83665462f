"""Vocabulary: which words there are, how often, beside which others, and how they are written."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from search.engine.syllables import Syllable, pairs
from search.engine.word_forms import one_letter_less, sound


class Vocabulary:
    """The words of names and of the lexicon, by key."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        self.exact: Counter[str] = Counter()
        self._in_order: list[str] = []
        self._written: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._shorter: defaultdict[str, set[str]] = defaultdict(set)
        self._by_sound: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, words: Sequence[Syllable], times: int = 1) -> None:
        """Learn a line of words; `times` says how often it counts."""
        for word in words:
            if word.key not in self.counts:
                self._learn_form(word.key)
            self.counts[word.key] += times
            self.exact[word.exact] += times
            self._written[word.key][word.text] += times
        for pair in pairs(word.key for word in words):
            self.pairs[pair] += times

    def forget(self, words: Sequence[Syllable]) -> None:
        """Forget a line that was learnt once; what no other line has is unknown then."""
        for word in words:
            for counter, form in (
                (self.counts, word.key),
                (self.exact, word.exact),
                (self._written[word.key], word.text),
            ):
                _take(counter, form)
        for pair in pairs(word.key for word in words):
            _take(self.pairs, pair)

    def _learn_form(self, key: str) -> None:
        if key.isdigit():
            return
        for form in one_letter_less(key):
            self._shorter[form].add(key)
        self._by_sound[sound(key)].add(key)

    @property
    def in_order(self) -> list[str]:
        """Every word, in the order of its letters; made anew when words have come or gone."""
        if len(self._in_order) != len(self.counts):
            self._in_order = sorted(self.counts)
        return self._in_order

    def knows(self, key: str) -> bool:
        return key in self.counts

    def near(self, key: str) -> set[str]:
        """Return the known words that one letter or a way of speaking parts from this one."""
        found = set(self._by_sound.get(sound(key), ()))
        for form in (key, *one_letter_less(key)):
            found |= {form, *self._shorter.get(form, ())}
        return {word for word in found if word != key and word in self.counts}

    def written(self, key: str) -> str:
        """Return how the word is mostly written, itself when it is unknown."""
        forms = self._written.get(key)
        return max(forms, key=lambda form: (forms[form], form)) if forms else key

    def is_compound(self, left: str, right: str) -> bool:
        """Return whether two words belong together: often neighbours, and a good part of the rarer one's uses."""
        together = self.pairs.get((left, right), 0)
        return together >= 3 and together >= 0.3 * min(self.counts[left], self.counts[right])


def _take(counter: Counter[Any], form: object) -> None:
    counter[form] -= 1
    if counter[form] <= 0:
        del counter[form]
