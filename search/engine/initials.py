"""Initials: what a word of consonants stands for, when names or the lexicon have words that begin so (tdtt, clb)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from search.engine.corpus import Corpus
from search.engine.lexicon_index import LexiconIndex
from search.engine.syllables import Syllable, syllable

SHORTEST, LONGEST = 3, 7
OFTEN = 2
"""How many names and phrases must have the words for them to be what everybody shortens so."""
_VOWELS = frozenset("aeiouy")


def written_out(words: Sequence[Syllable], corpus: Corpus, lexicon: LexiconIndex) -> tuple[Syllable, ...]:
    """Return the words, each that can only be initials as the words they stand for."""
    return tuple(part for word in words for part in _written_out(word, corpus, lexicon))


def _written_out(word: Syllable, corpus: Corpus, lexicon: LexiconIndex) -> Sequence[Syllable]:
    if corpus.vocabulary.knows(word.key) or not _are_initials(word.key):
        return (word,)
    counts = Counter(_beginning(word.key, corpus, lexicon))
    count, meant = max(((count, meant) for meant, count in counts.items()), default=(0, ()))
    return tuple(map(syllable, meant)) if count >= OFTEN else (word,)


def _are_initials(key: str) -> bool:
    """Return whether no syllable has these letters: nothing but consonants behind the first one."""
    return SHORTEST <= len(key) <= LONGEST and key.isascii() and key.isalpha() and not _VOWELS.intersection(key[1:])


def _beginning(letters: str, corpus: Corpus, lexicon: LexiconIndex) -> Iterator[tuple[str, ...]]:
    """Yield, from each name and phrase, the neighbouring words that begin with these letters."""
    for line, initials in _lines(corpus, lexicon):
        at = initials.find(letters)
        if at >= 0:
            yield tuple(line[at : at + len(letters)])


def _lines(corpus: Corpus, lexicon: LexiconIndex) -> Iterable[tuple[tuple[str, ...], str]]:
    for entry in filter(None, corpus.entries):
        yield from ((title.words, title.initials) for title in entry.titles)
    yield from lexicon.initials
