"""The order of answers: one score for every door, the same on every database.

First every document is judged by how much of the question it covers, and in which fields; of the best, names are then
looked at closely: words beside each other, how much of the name was asked for, what it does.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from search.engine.corpus import OTHERWISE_MARKED, Corpus, Entry, Title
from search.engine.plan import Alternative, Group, Plan
from search.engine.syllables import Syllable, pairs
from search.engine.weak_words import is_filler

LOOKED_AT, MOST_RANKED = 300, 1000
OTHER_FIELDS = 0.4
FIRST_WORDS = 4


@dataclass(frozen=True)
class Scored:
    """One document: `cover` says how much of the question it has (1 all of it, in its name).

    `is_named`: its name is what was typed, and nothing else.
    """

    pk: int
    kind: str
    score: float
    cover: float
    has_all: bool
    is_named: bool


def ranked(plan: Plan, corpus: Corpus) -> list[Scored]:
    """Return every document that has something of what is looked for, the best first."""
    covers = _covers(plan.groups, corpus)
    near = _nearest(covers, corpus)
    closely = _Closely(plan, corpus)
    found = []
    for rank, place in enumerate(near):
        entry = corpus.entries[place]
        if entry is None:
            continue
        cover, complete = covers[place]
        score = closely.score(entry, cover) if rank < LOOKED_AT else cover - 1
        found.append((-score, len(entry.titles[0].words), entry, cover, complete))
    found.sort(key=lambda row: (row[0], row[1], row[2].document.codes, row[2].document.pk))
    typed = {word.key for word in plan.words}
    meant = {word.key for word in plan.words if not is_filler(word, corpus.language)}
    return [
        Scored(
            pk=entry.document.pk,
            kind=entry.document.kind,
            score=-score,
            cover=cover,
            has_all=complete,
            is_named=complete and meant <= set(entry.titles[0].words) <= typed,
        )
        for score, _length, entry, cover, complete in found
    ]


def _nearest(covers: dict[int, tuple[float, bool]], corpus: Corpus) -> list[int]:
    """Return the places that cover most of the question, short names before long ones; no more than anybody reads."""
    if not covers:
        return []
    least = sorted((cover for cover, _has_all in covers.values()), reverse=True)[:MOST_RANKED][-1:]
    known = [(place, cover) for place, (cover, _has_all) in covers.items() if cover >= least[0]]
    rows = [
        (-cover, len(entry.titles[0].words), entry.document.pk, place)
        for place, cover in known
        if (entry := corpus.entries[place]) is not None
    ]
    return [place for *_rest, place in sorted(rows)[:MOST_RANKED]]


def _covers(groups: Iterable[Group], corpus: Corpus) -> dict[int, tuple[float, bool]]:
    """Return, by place, how much of the groups a document covers, and whether it has something of each strong one.

    What no document has is left out of the share; small words only add to what the others found.
    """
    groups = list(groups)
    strong = [group for group in groups if not group.is_weak] or groups
    total = sum(group.weight for group in groups if _is_anywhere(group, corpus))
    sums, met = [0.0] * len(corpus.entries), [0] * len(corpus.entries)
    for group in strong:
        _add(group, corpus, sums, met)
    found = [place for place, value in enumerate(sums) if value]
    for group in groups:
        if group not in strong:
            _add(group, corpus, sums, [0] * len(met))
    return {place: (sums[place] / total, met[place] >= len(strong)) for place in found} if total else {}


def _is_anywhere(group: Group, corpus: Corpus) -> bool:
    return any(corpus.has(word.key) for alternative in group.alternatives for word in alternative.words)


def _add(group: Group, corpus: Corpus, sums: list[float], met: list[int]) -> None:
    """Add what each document has of a group: the best alternative, and whether one is there as a whole."""
    if len(group.alternatives) == 1 and len(group.alternatives[0].words) == 1:
        _add_word(group.alternatives[0].words[0], group.weight, corpus, sums, met)
        return
    values, whole = _values(group.alternatives[0], corpus)
    for alternative in group.alternatives[1:]:
        others, complete = _values(alternative, corpus)
        values, whole = list(map(max, values, others)), whole | complete
    for place, value in enumerate(values):
        if value:
            sums[place] += group.weight * value
    for place in whole:
        met[place] += 1


def _add_word(word: Syllable, weight: float, corpus: Corpus, sums: list[float], met: list[int]) -> None:
    share = weight * (OTHERWISE_MARKED if word.is_marked else 1.0)
    for place, value in corpus.holding(word.key):
        sums[place] += share * value
        met[place] += 1
    if word.is_marked:
        for place, value in corpus.holding(word.exact):
            sums[place] += weight * value


def _values(alternative: Alternative, corpus: Corpus) -> tuple[list[float], set[int]]:
    """Return, by place, what an alternative counts, and the places that have all of its words."""
    words = tuple(dict.fromkeys(alternative.words))
    rarities = [corpus.rarity(word.key) for word in words]
    total = sum(rarities) or 1.0
    values = [0.0] * len(corpus.entries)
    whole: set[int] | None = None
    for word, rarity in zip(words, rarities, strict=True):
        part = alternative.factor * rarity / total
        share = part * (OTHERWISE_MARKED if word.is_marked else 1.0)
        for place, value in corpus.holding(word.key):
            values[place] += share * value
        if word.is_marked:
            for place, value in corpus.holding(word.exact):
                values[place] += part * value
        places = corpus.places_of(word.key)
        whole = set(places) if whole is None else whole.intersection(places)
    return values, whole or set()


class _Closely:
    """What one question asks of names, worked out once."""

    def __init__(self, plan: Plan, corpus: Corpus) -> None:
        self.plan, self.corpus = plan, corpus
        self.forms = plan.forms
        self.phrases = [group for group in plan.groups if any(len(phrase) > 1 for phrase in group.phrases)]
        self.phrase_weight = sum(group.weight for group in self.phrases) or 1.0
        neighbours = pairs(word.key for word in plan.words)
        self.pairs = {pair: corpus.rarity(pair[0]) + corpus.rarity(pair[1]) for pair in neighbours}
        self.pair_weight = sum(self.pairs.values()) or 1.0
        self.rarities: dict[str, float] = {}

    def score(self, entry: Entry, cover: float) -> float:
        by_name = max(title.share * self._of_title(title, entry) for title in entry.titles)
        return cover + by_name + self._of_purpose(entry) + (0.02 if entry.document.is_commune else 0.0)

    def _of_title(self, title: Title, entry: Entry) -> float:
        return (
            0.5 * self._phrases_in(title, entry)
            + 0.3 * self._pairs_in(title, entry)
            + 0.2 * self._asked_share(title.different)
            + 0.1 * self._asked_share(title.different_in_core)
            + 0.04 * self._first_words(title)
        )

    def _phrases_in(self, title: Title, entry: Entry) -> float:
        """Return how many of the neighbours in the lexicon's phrases stand side by side here."""
        found = 0.0
        for group in self.phrases:
            shares = (self._side_by_side(pairs(phrase), title, entry) for phrase in group.phrases if len(phrase) > 1)
            found += group.weight * max(shares)
        return found / self.phrase_weight

    def _side_by_side(self, neighbours: list[tuple[str, str]], title: Title, entry: Entry) -> float:
        values = (1.0 if pair in title.pairs else OTHER_FIELDS * (pair in entry.other_pairs) for pair in neighbours)
        return sum(values) / len(neighbours)

    def _pairs_in(self, title: Title, entry: Entry) -> float:
        found = sum(
            weight * (1.0 if pair in title.pairs else OTHER_FIELDS * (pair in entry.other_pairs))
            for pair, weight in self.pairs.items()
        )
        return found / self.pair_weight

    def _asked_share(self, words: frozenset[str]) -> float:
        """Return how much of a name was asked for: general names go before special ones."""
        total = sum(self._rarity(word) for word in words)
        return sum(self._rarity(word) for word in words & self.forms) / (total + 3)

    def _rarity(self, word: str) -> float:
        if (known := self.rarities.get(word)) is None:
            known = self.rarities[word] = self.corpus.rarity(word)
        return known

    def _first_words(self, title: Title) -> float:
        first = title.words[: min(FIRST_WORDS, title.core)]
        return sum(word in self.forms for word in first) / len(first) if first else 0.0

    def _of_purpose(self, entry: Entry) -> float:
        if self.plan.intents:
            return 0.12 if self.plan.intents & entry.does else 0.0
        return -0.04 if entry.is_unasked else 0.0
