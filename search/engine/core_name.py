"""The core of a name: what comes before its conditions, places and references to law."""

import re
import unicodedata

from search.engine.syllables import syllables

_END = re.compile(
    r"[(;]|\b(?:đối với|thực hiện tại|trong trường hợp|theo quy định|áp dụng|thuộc thẩm quyền|do ủy ban|do Ủy ban)\b"
)


_OPENING = re.compile(r"^\s*(?:Trình tự,\s*)?thủ tục:?\s+(?=\S)", re.IGNORECASE)


def without_opening(name: str) -> str:
    """Return the name without the word procedure before what it does."""
    return _OPENING.sub("", name)


def core_of(name: str) -> str:
    """Return the name up to its first condition; the whole name when nothing would be left."""
    composed = without_opening(unicodedata.normalize("NFC", name))
    found = _END.search(composed)
    core = composed[: found.start()].strip(" ,-–") if found else composed
    return core or composed


def core_length(name: str, words: int) -> int:
    """Return how many words of a name are its core."""
    return min(len(syllables(core_of(name))), words)
