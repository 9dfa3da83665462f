"""The documents of one language: what they are called, what they speak of, and how rare each word is."""

import math
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from search.engine import intents
from search.engine.core_name import core_length, without_opening
from search.engine.syllables import Syllable, pairs, syllables
from search.engine.vocabulary import Vocabulary
from search.engine.word_forms import stem

NAME, OTHER_NAMES, CATEGORY, RESULTS, CASES, TEXT, PAPERS, BODY = (
    "name",
    "other_names",
    "category",
    "results",
    "cases",
    "text",
    "papers",
    "body",
)
WEIGHTS = {NAME: 1.0, OTHER_NAMES: 0.85, CATEGORY: 0.5, RESULTS: 0.45, CASES: 0.4, TEXT: 0.4, PAPERS: 0.25, BODY: 0.1}
"""What a word counts that stands in a field of a document; the best field counts."""
OTHERWISE_MARKED = 0.5
"""What a word counts, as a share, that was typed with other marks."""
WORDS_OF_A_FIELD = 400


@dataclass(frozen=True)
class Document:
    """What the search knows of one page. `fields` are its other texts, by the names of WEIGHTS."""

    pk: int
    kind: str
    name: str
    fields: Mapping[str, str] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    is_commune: bool = False


@dataclass(frozen=True)
class Title:
    """One name of a document, made ready to be compared."""

    words: tuple[str, ...]
    exact: tuple[str, ...]
    core: int
    share: float

    @cached_property
    def different(self) -> frozenset[str]:
        return frozenset(self.words)

    @cached_property
    def different_in_core(self) -> frozenset[str]:
        return frozenset(self.words[: self.core])

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        return frozenset(pairs(self.words))


@dataclass(frozen=True)
class Entry:
    """A document made ready: its names, and the neighbours in what it belongs to and gives."""

    document: Document
    titles: tuple[Title, ...]
    other_pairs: frozenset[tuple[str, str]]
    does: frozenset[str]
    is_unasked: bool
    lines: tuple[tuple[Syllable, ...], ...]


class Corpus:
    """Documents by the words they hold."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.vocabulary = Vocabulary()
        self.entries: list[Entry | None] = []
        self.by_pk: dict[int, int] = {}
        self.by_code: defaultdict[str, set[int]] = defaultdict(set)
        self.named: Counter[str] = Counter()
        self.mentioned: Counter[str] = Counter()
        self._places: defaultdict[str, tuple[array, array]] = defaultdict(lambda: (array("l"), array("f")))

    def __len__(self) -> int:
        return len(self.by_pk)

    @property
    def waste(self) -> int:
        """How many places belong to documents that are gone."""
        return len(self.entries) - len(self.by_pk)

    def read(self, text: str) -> tuple[Syllable, ...]:
        """Return the words of a text as this language compares them."""
        words = syllables(text)
        if self.language != "en":
            return words
        return tuple(Syllable(word.text, stem(word.key), stem(word.key)) for word in words)

    def put(self, document: Document) -> None:
        """Add a document, or its new state."""
        self.remove(document.pk)
        place = len(self.entries)
        fields = {NAME: document.name, **document.fields}
        read = {name: self.read(text)[:WORDS_OF_A_FIELD] for name, text in fields.items() if text}
        self._note(place, read)
        entry = self._entry(document, read)
        for line in entry.lines:
            self.vocabulary.add(line)
        for code in document.codes:
            self.by_code[code].add(document.pk)
        self.entries.append(entry)
        self.by_pk[document.pk] = place

    def remove(self, pk: int) -> None:
        """Forget a document, and the words that only its names had."""
        place = self.by_pk.pop(pk, None)
        entry = None if place is None else self.entries[place]
        if place is None or entry is None:
            return
        for line in entry.lines:
            self.vocabulary.forget(line)
        for code in entry.document.codes:
            self.by_code[code].discard(pk)
        self.entries[place] = None

    def _note(self, place: int, read: Mapping[str, tuple[Syllable, ...]]) -> None:
        best: dict[str, tuple[float, str]] = {}
        for name in sorted(read, key=WEIGHTS.__getitem__):
            weight = WEIGHTS[name]
            for word in read[name]:
                best[word.key] = (weight, "")
                if word.exact != word.key:
                    best[word.exact] = (weight, word.key)
        for form, (weight, key) in best.items():
            places, weights = self._places[form]
            places.append(place)
            weights.append(max(weight - OTHERWISE_MARKED * best[key][0], 0.0) if key else weight)
        names = {form for word in read.get(NAME, ()) for form in (word.key, word.exact)}
        self.named.update(names)
        self.mentioned.update(best.keys() - names)

    def _entry(self, document: Document, read: Mapping[str, tuple[Syllable, ...]]) -> Entry:
        lines = [(document.name, WEIGHTS[NAME])]
        lines += [(line, WEIGHTS[OTHER_NAMES]) for line in document.fields.get(OTHER_NAMES, "").splitlines() if line]
        titles = tuple({title.words: title for title in reversed([self._title(*line) for line in lines])}.values())[
            ::-1
        ]
        others = [pair for name in (CATEGORY, RESULTS) for pair in pairs(word.key for word in read.get(name, ()))]
        name = titles[0].words
        return Entry(
            document=replace(document, fields={}),
            titles=titles,
            other_pairs=frozenset(others),
            does=intents.done_by(name),
            is_unasked=intents.is_unasked(name),
            lines=tuple(self.read(line) for line, _share in lines),
        )

    def _title(self, line: str, share: float) -> Title:
        words = self.read(without_opening(unicodedata.normalize("NFC", line)))
        keys, exact = tuple(word.key for word in words), tuple(word.exact for word in words)
        return Title(keys, exact, core_length(line, len(words)), share)

    def has(self, form: str) -> bool:
        """Return whether some document has the word."""
        return form in self._places

    def rarity(self, form: str) -> float:
        """Return how much a word tells: more the fewer names have it."""
        return math.log1p(len(self.entries) / (1 + self.named[form] + 0.15 * self.mentioned[form]))

    def weight_of(self, word: Syllable) -> float:
        """Return the rarity of a word as it was typed; marks make it rarer, within bounds."""
        plain = self.rarity(word.key)
        return min(self.rarity(word.exact), 1.6 * plain) if word.is_marked else plain

    def places_of(self, form: str) -> Iterable[int]:
        """Return the places of documents with a word."""
        found = self._places.get(form)
        return found[0] if found else ()

    def holding(self, form: str) -> Iterable[tuple[int, float]]:
        """Return the places of documents with a word, and what it counts there: a key by its best field, an exact form
        what it adds to OTHERWISE_MARKED of its key.
        """
        found = self._places.get(form)
        return zip(*found, strict=True) if found else ()
