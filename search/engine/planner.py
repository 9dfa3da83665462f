"""From words to a plan: the lexicon's phrases first, then every other word by itself."""

import re
from collections.abc import Iterable, Sequence

from search.engine import situations, weak_words
from search.engine.corpus import Corpus
from search.engine.intents import asked_for, asking_words
from search.engine.lexicon_index import Entry, LexiconIndex, Match
from search.engine.plan import Alternative, Group, Plan
from search.engine.spelling import corrected
from search.engine.syllables import Syllable, pairs
from search.lexicon.terms import Term

MOST_WORDS = 40
ASKING = 0.6
"""The share of its weight that a word has which says what to do, not with what."""
ATTESTED, UNHEARD = 0.9, 0.5
"""What the words of a phrase themselves count beside its targets: where names have them, and where none has."""
DEATH = (Entry((), (situations.DEATH,), Term("question", (), ("khai tử",))),)
_CODE = re.compile(r"(?<![\w.])([1-9])[.\s]?(\d{6})(?![\w])", re.ASCII)


def plan(question: str, corpus: Corpus, lexicon: LexiconIndex) -> Plan:
    """Return what is looked for."""
    code, rest = _code_in(question)
    typed = corpus.read(rest)[:MOST_WORDS]
    words = corrected(typed, corpus.vocabulary)[:MOST_WORDS]
    matches = lexicon.matches(words, corpus.vocabulary)
    asking = asking_words(words)
    deaths = situations.deaths(words)
    groups = [_phrase(match, words, corpus) for match in matches]
    groups += [_phrase(Match(start, end, DEATH), words, corpus) for start, end in deaths]
    spans = [*((match.start, match.end) for match in matches), *deaths]
    covered = {place for start, end in spans for place in range(start, end)}
    singles = [place for place in range(len(words)) if place not in covered]
    groups += [_single(place, words, corpus, is_asking=place in asking) for place in singles]
    return Plan(
        typed=typed,
        words=words,
        groups=tuple(_merged(group for group in groups if group is not None)),
        intents=asked_for(words),
        terms=tuple(dict.fromkeys(entry.term for match in matches for entry in match.entries)),
        code=code,
        spelling=_spelling(typed, words, corpus),
    )


def _code_in(question: str) -> tuple[str, str]:
    """Return the procedure code in a question and what stands around it."""
    found = _CODE.search(question)
    if found is None:
        return "", question
    return f"{found[1]}.{found[2]}", f"{question[: found.start()]} {question[found.end() :]}"


def _merged(groups: Iterable[Group]) -> list[Group]:
    """Return the groups without those that say again what a heavier one says."""
    heaviest: dict[object, Group] = {}
    for place, group in enumerate(groups):
        known = heaviest.setdefault(group.phrases or place, group)
        if group.weight > known.weight:
            heaviest[group.phrases] = group
    return list(heaviest.values())


def _phrase(match: Match, words: Sequence[Syllable], corpus: Corpus) -> Group | None:
    literal = tuple(words[match.start : match.end])
    targets = [target for target in match.targets if all(corpus.has(word.key) for word in target)]
    if not targets:
        return None if not match.targets else _literal_group(literal, corpus)
    attested = all(corpus.named[word.key] for word in literal) and all(
        corpus.vocabulary.pairs[pair] > 1 for pair in pairs(word.key for word in literal)
    )
    weight = max(_target_weight(target, corpus) for target in targets)
    if attested:
        weight = min(weight, max(4.0, 1.8 * sum(corpus.rarity(word.key) for word in literal)))
    own = Alternative(literal, ATTESTED if attested else UNHEARD)
    return Group(
        weight,
        (*(Alternative(target, 1.0) for target in targets), own),
        tuple(tuple(word.key for word in target) for target in targets),
    )


def _target_weight(target: Sequence[Syllable], corpus: Corpus) -> float:
    return min(4.5 * (1 + 0.25 * (len(target) - 1)), sum(corpus.rarity(word.key) for word in target))


def _literal_group(literal: tuple[Syllable, ...], corpus: Corpus) -> Group:
    return Group(sum(corpus.weight_of(word) for word in literal), (Alternative(literal, 1.0),))


def _single(place: int, words: Sequence[Syllable], corpus: Corpus, *, is_asking: bool) -> Group:
    word = words[place]
    share = weak_words.share(word, corpus.language)
    if share == weak_words.WEAK and _is_in_compound(place, words, corpus):
        share = 1.0
    if is_asking:
        share = min(share, ASKING)
    weight = corpus.weight_of(word) * share
    return Group(weight, (Alternative((word,), 1.0),), is_weak=share == weak_words.FILLER)


def _is_in_compound(place: int, words: Sequence[Syllable], corpus: Corpus) -> bool:
    neighbours = pairs(word.key for word in words[max(place - 1, 0) : place + 2])
    return any(corpus.vocabulary.is_compound(*pair) for pair in neighbours)


def _spelling(typed: Sequence[Syllable], words: Sequence[Syllable], corpus: Corpus) -> str:
    """Return the question as it was understood, "" when it was understood as typed."""
    if [word.key for word in typed] == [word.key for word in words]:
        return ""
    known = {word.key for word in typed}
    return " ".join(word.text if word.key in known else corpus.vocabulary.written(word.key) for word in words)
