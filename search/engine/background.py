"""Background: the part of a question that tells why or what was before, not what is wanted now.

"Giấy độc thân để mua đất" wants the paper, "mua nhà xong có phải chuyển hộ khẩu không" the move: what stands behind để,
and before xong or muốn, counts less.
"""

from collections.abc import Sequence

from search.engine.syllables import Syllable, syllables

SHARE = 0.5
_PURPOSE = frozenset(word.exact for word in syllables("để"))
_BEFORE = frozenset(word.exact for word in syllables("xong muốn"))
_LEAST = 2
"""Words that must be left on the other side: a question is never background alone."""


def background(words: Sequence[Syllable]) -> frozenset[int]:
    """Return the places of the words that are background."""
    places: set[int] = set()
    for at, word in enumerate(words):
        if word.exact in _PURPOSE and at >= _LEAST:
            places.update(range(at + 1, len(words)))
        if word.exact in _BEFORE and len(words) - at - 1 >= _LEAST:
            places.update(range(at))
    return frozenset(places) if len(places) < len(words) else frozenset()
