"""Situations that no single word tells: somebody of the family is "lost", which is a death, not a lost paper."""

from collections.abc import Sequence

from search.engine import weak_words
from search.engine.syllables import Syllable, syllables

_KIN = frozenset(
    word.exact
    for word in syllables(
        "ông bà bố mẹ cha ba má chồng vợ con anh chị em bác chú cô cậu dì thím mợ dượng cụ cháu nội ngoại thân nhà"
    )
)
_BETWEEN = frozenset(word.exact for word in syllables("mới vừa đã bị tôi em mình tui nội ngoại rể dâu"))
_GONE = frozenset(word.exact for word in syllables("mất chết"))
DEATH = syllables("khai tử")


def deaths(words: Sequence[Syllable]) -> list[tuple[int, int]]:
    """Return where somebody's death is told, from one place up to another: a relative, then "mất" with nothing that
    could be lost behind it.
    """
    found = []
    for at, word in enumerate(words):
        if word.exact not in _GONE or (at + 1 < len(words) and not weak_words.is_filler(words[at + 1], "vi")):
            continue
        start = at - 1
        while start >= 0 and words[start].exact in _BETWEEN and words[start].exact not in _KIN:
            start -= 1
        if start >= 0 and words[start].exact in _KIN:
            found.append((start, at + 1))
    return found
