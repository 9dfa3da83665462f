"""Spelling: joined words are parted, mistyped ones replaced, both only by words that the vocabulary has."""

import math
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from search.engine import weak_words
from search.engine.keyboards import readings
from search.engine.syllables import Syllable, syllable
from search.engine.vocabulary import Vocabulary
from search.engine.word_forms import could_be_vietnamese

SHORTEST_JOINED, LONGEST_JOINED = 4, 40
OFTEN = 20
"""How often both halves must stand in names to be parted without having been seen together."""
LETTERS_ALONE = "y"
"""Letters that are a word by themselves, as in y tế."""
SURE = 8.0
"""How well a word must fit beside its neighbours to replace one that is a word itself."""
SHORT = 3
"""Letters up to which a mistyped word is only read with the help of its neighbours."""


def corrected(words: Sequence[Syllable], vocabulary: Vocabulary) -> tuple[Syllable, ...]:
    """Return the words that were meant: keys of a keyboard read, joined words parted, mistyped ones replaced."""
    read = [_by_keyboard(word, vocabulary) for word in words]
    parted = [part for word in read for part in _parted(word, vocabulary)]
    return tuple(_spelt(at, parted, vocabulary) for at in range(len(parted)))


def _by_keyboard(word: Syllable, vocabulary: Vocabulary) -> Syllable:
    if vocabulary.knows(word.key) or word.is_marked:
        return word
    meant = (syllable(reading) for reading in readings(word.text))
    return next((one for one in meant if vocabulary.knows(one.key)), word)


def _parted(word: Syllable, vocabulary: Vocabulary) -> list[Syllable]:
    if vocabulary.knows(word.key) or not SHORTEST_JOINED <= len(word.key) <= LONGEST_JOINED or word.key.isdigit():
        return [word]
    parts = _parts(word.key, vocabulary)
    return [syllable(part) for part in parts] if parts else [word]


def _parts(key: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the known words that the letters are made of, the ones that stand together in names before others."""

    @cache
    def best(start: int, before: str) -> tuple[float, tuple[str, ...]]:
        if start == len(key):
            return 0.0, ()
        found: tuple[float, tuple[str, ...]] = (-math.inf, ())
        for end in range(start + 1, min(start + 8, len(key)) + 1):
            part = syllable(key[start:end]).key
            if (value := _joint(before, part, vocabulary)) is None:
                continue
            rest, parts = best(end, part)
            found = max(found, (value + rest, (part, *parts)))
        return found

    value, parts = best(0, "")
    together = all(vocabulary.pairs.get(pair) for pair in pairwise(parts))
    return parts if value > -math.inf and (together or not vocabulary.near(key)) else ()


def _joint(before: str, part: str, vocabulary: Vocabulary) -> float | None:
    """Return how well a part follows the one before it; None where it cannot."""
    together = vocabulary.pairs.get((before, part), 0)
    if not vocabulary.knows(part) or (len(part) == 1 and not together and part not in LETTERS_ALONE):
        return None
    if before and not together and min(vocabulary.counts[before], vocabulary.counts[part]) < OFTEN:
        return None
    return 2 * math.log1p(together) - 4


def _spelt(at: int, words: Sequence[Syllable], vocabulary: Vocabulary) -> Syllable:
    word = words[at]
    if word.key.isdigit() or len(word.key) < SHORT or (word.exact in vocabulary.exact and word.is_marked):
        return word
    if weak_words.is_small(word):
        return word
    known = vocabulary.knows(word.key)
    left, right = (words[at - 1].key if at else ""), (words[at + 1].key if at + 1 < len(words) else "")
    if known and (_fit(left, word.key, right, vocabulary) or not (left or right)):
        return word
    scored = [(_fit(left, one, right, vocabulary), vocabulary.counts[one], one) for one in vocabulary.near(word.key)]
    fit, _count, meant = max(scored, default=(0.0, 0, ""))
    return (
        syllable(meant) if meant and fit >= _least(word.key, known=known, has_neighbours=bool(left or right)) else word
    )


def _least(key: str, *, known: bool, has_neighbours: bool) -> float:
    """Return how well another word must fit to stand in for this one."""
    if known:
        return SURE
    return 1.0 if len(key) <= SHORT or has_neighbours or not could_be_vietnamese(key) else 0.0


def _fit(left: str, key: str, right: str, vocabulary: Vocabulary) -> float:
    return 2 * (math.log1p(vocabulary.pairs.get((left, key), 0)) + math.log1p(vocabulary.pairs.get((key, right), 0)))
