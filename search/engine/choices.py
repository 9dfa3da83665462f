"""Choices: what to ask with instead, when the words of a question mean several things."""

from collections.abc import Collection, Sequence

from search.engine import weak_words
from search.engine.lexicon_index import Match
from search.engine.syllables import Syllable

AMBIGUOUS = "ambiguous"
MOST = 4
"""Choices that a question may lead to; more would be a list to search in again."""


def choices(
    matches: Sequence[Match], words: Sequence[Syllable], asking: Collection[int], language: str
) -> tuple[str, ...]:
    """Return words to ask with, each for one thing, as the lexicon writes them; none when the question means one thing.

    An entry says that its phrases mean several things, or a phrase typed without marks is those of several entries. A
    question that has another word of weight besides settles which is meant; `asking` are the places of words that say
    what to do.
    """
    for match in matches:
        found = _told(match) or _unmarked(match, words)
        around = [at for at in range(len(words)) if not match.start <= at < match.end]
        if len(found) > 1 and all(at in asking or weak_words.share(words[at], language) < 1 for at in around):
            return tuple(found[:MOST])
    return ()


def means_one_thing(match: Match) -> bool:
    """Return whether an entry of the match says what is meant, rather than what may be."""
    return any(entry.term.kind != AMBIGUOUS for entry in match.entries)


def _told(match: Match) -> list[str]:
    terms = (entry.term for entry in match.entries if entry.term.kind == AMBIGUOUS)
    return list(dict.fromkeys(target for term in terms for target in term.targets))


def _unmarked(match: Match, words: Sequence[Syllable]) -> list[str]:
    """Return the phrases that are written alike without marks and mean different things."""
    if any(word.is_marked for word in words[match.start : match.end]):
        return []
    written = {entry.targets: " ".join(word.text for word in entry.phrase) for entry in match.entries}
    return list(dict.fromkeys(written.values())) if len(written) > 1 else []
