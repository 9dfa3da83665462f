"""Words as the index keeps them and as they are asked for: the same for every way to type them."""

import re
import unicodedata
from collections.abc import Iterable

from modelsearch.query import And, Boost, Fuzzy, Not, Or, Phrase, PlainText, SearchQuery

from core.procedure_codes import shorten_codes
from core.text import fold
from search.engine.syllables import keys

ANALYZER_VERSION = 1
"""To be raised when the same text gives other words than before: search.index_building then builds the index anew."""

LONGEST_WORD = 100
"""Letters of a word that are kept and asked for; PostgreSQL refuses a question with a word of 2,047 bytes."""
MOST_WORDS = 30
"""Words of a question that are asked for; PostgreSQL ends the answer to queries of some hundreds."""

_CODE = re.compile(r"(?<![\w.])([0-9])\.([0-9]{6})(?!\w)", re.ASCII)
_AND = PlainText.DEFAULT_OPERATOR


def index_words(text: str) -> str:
    """Return the words of a text as the index keeps them; procedure codes once more at the end, without their dot.

    Reading twice changes nothing.
    """
    codes = _CODE.findall(unicodedata.normalize("NFKC", text))
    return " ".join([*_cut(keys(text)), *(f"{first}{rest}" for first, rest in codes)])


def asked_words(question: str) -> list[str]:
    """Return the words of a question, as `index_words` keeps them."""
    return _cut(keys(shorten_codes(question)))[:MOST_WORDS]


def _cut(words: Iterable[str]) -> list[str]:
    return [word[:LONGEST_WORD] for word in words]


def folded(query: str | SearchQuery, operator: str = _AND, *, is_unfinished: bool = False) -> SearchQuery | None:
    """Return a query with its words as the index keeps them; None when it has no words.

    Parts without words ask for nothing. `is_unfinished` says that the last word may go on.
    """
    match query:
        case str() | PlainText():
            plain = PlainText(query, operator) if isinstance(query, str) else query
            return _plain_text(plain, is_unfinished=is_unfinished)
        case Phrase() | Fuzzy():
            words = " ".join(asked_words(query.query_string))
            return type(query)(words) if words else None
        case And() | Or():
            parts = [folded(part, is_unfinished=is_unfinished) for part in query.subqueries]
            return _joined(type(query), [part for part in parts if part is not None])
        case Not() | Boost():
            part = folded(query.subquery, is_unfinished=is_unfinished)
            return part and (Not(part) if isinstance(query, Not) else Boost(part, query.boost))
    return query


def _plain_text(query: PlainText, *, is_unfinished: bool) -> SearchQuery | None:
    words = asked_words(query.query_string)
    if not words:
        return None
    endings = _endings(query.query_string, words[-1]) if is_unfinished else words[-1:]
    if len(endings) == 1:
        return PlainText(" ".join(words), query.operator)
    last = Or([PlainText(ending) for ending in endings])
    if len(words) == 1:
        return last
    return (And if query.operator == _AND else Or)([PlainText(" ".join(words[:-1]), query.operator), last])


def _endings(question: str, last: str) -> list[str]:
    """Return what an unfinished word may begin with: the y of a word that is whole is kept as i (quý, quí), but quy may
    become quyền.
    """
    typed = fold(question).split()[-1:]
    return list(dict.fromkeys([last, *(word for word in typed if word.endswith("y") and last.endswith("i"))]))


def _joined(kind: type[And] | type[Or], parts: list[SearchQuery]) -> SearchQuery | None:
    return kind(parts) if len(parts) > 1 else next(iter(parts), None)
