"""Reading of words holds for every text: forms of Unicode, keys of Telex and VNI, what is marked in what is shown."""

import json
import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from core.text import fold
from search.backends.folding import asked_words, index_words
from search.engine.highlight import pieces, snippet
from search.engine.keyboards import LONGEST, SHORTEST, readings
from search.engine.syllables import keys, syllables

pytestmark = pytest.mark.once  # asks no database

ROOT = Path(__file__).resolve().parents[3]
TONES = {"\u0300": "f2", "\u0309": "r3", "\u0303": "x4", "\u0301": "s1", "\u0323": "j5"}
SHAPES = {"ă": ("aw", "a8"), "â": ("aa", "a6"), "ê": ("ee", "e6"), "ô": ("oo", "o6"), "ơ": ("ow", "o7")}
SHAPES |= {"ư": ("uw", "u7"), "đ": ("dd", "d9")}
LETTERS = "aàảãáạăằẵắâấđeèêễệgiíklmnoòôốơờpqrstuùưứvxyýỳ ABCĐ"
VIETNAMESE = st.text(alphabet=st.one_of(st.sampled_from(LETTERS), st.characters(codec="utf-8")), max_size=60)


def words_of_the_repository() -> str:
    """Every text the portal itself brings: the demo's names, the lexicon, the judged queries."""
    places = [
        *ROOT.glob("home/demo/content/*.json"),
        *ROOT.glob("search/lexicon/data/*"),
        *ROOT.glob("search/evaluation/*"),
    ]
    return "\n".join(
        json.dumps(json.loads(f"[{','.join(path.read_text(encoding='utf-8').splitlines())}]"), ensure_ascii=False)
        if path.suffix == ".jsonl"
        else json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False)
        for path in places
        if path.suffix in (".json", ".jsonl")
    )


SYLLABLE = re.compile(r"(?:ngh?|[cgknpt]h|gi|qu|tr|[bcdđghklmnpqrstvx])?[aeiouyăâêôơư]{1,3}(?:ng|nh|ch|[cmnpt])?")
"""Consonants, vowels, consonants, without the tone."""


def is_syllable(word: str) -> bool:
    """Whether it is one, and no abbreviation, no words written together, no code."""
    decomposed = "".join(char for char in unicodedata.normalize("NFD", word) if char not in TONES)
    return SYLLABLE.fullmatch(unicodedata.normalize("NFC", decomposed)) is not None


@cache
def vietnamese_syllables() -> list[str]:
    """Return the different syllables of the corpus that carry a mark, in small letters."""
    found = set(re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", words_of_the_repository()).casefold()))
    return sorted(word for word in found if syllables(word)[0].is_marked and is_syllable(word))


def typed(word: str, system: int) -> str:
    """Return the keys of a word: Telex with 0, VNI with 1; the tone last, as most people type it."""
    tone, letters = "", []
    for char in unicodedata.normalize("NFC", word):
        marks = [mark for mark in unicodedata.normalize("NFD", char) if mark in TONES]
        tone = TONES[marks[0]][system] if marks else tone
        letter = unicodedata.normalize("NFC", "".join(m for m in unicodedata.normalize("NFD", char) if m not in TONES))
        letters.append(SHAPES.get(letter, (letter, letter))[system])
    return "".join(letters) + tone


@given(VIETNAMESE)
def test_every_form_of_unicode_is_read_as_the_same_words(text):
    for read in (keys, fold, index_words, asked_words):
        forms = {str(read(unicodedata.normalize(form, text))) for form in ("NFC", "NFD", "NFKC", "NFKD")}
        assert len(forms) == 1


@given(VIETNAMESE)
def test_reading_what_was_read_changes_nothing(text):
    assert keys(" ".join(keys(text))) == keys(text)
    assert fold(fold(text)) == fold(text)
    assert index_words(index_words(text)) == index_words(text)
    assert asked_words(" ".join(asked_words(text))) == asked_words(text)


@given(VIETNAMESE)
def test_whoever_asks_for_a_text_asks_for_words_that_the_index_keeps(text):
    assert set(asked_words(text)) <= set(index_words(text).split())


@pytest.mark.parametrize("system", [0, 1], ids=["Telex", "VNI"])
def test_keys_of_every_syllable_of_the_corpus_are_read_as_that_syllable(system):
    words = {word: readings(typed(word, system)) for word in vietnamese_syllables()}
    long_enough = {word: read for word, read in words.items() if SHORTEST <= len(typed(word, system)) <= LONGEST}
    wrong = {word: read for word, read in long_enough.items() if not read or exact(read[0]) != exact(word)}
    assert len(long_enough) > 1000
    assert wrong == {}


def exact(word: str) -> str:
    """Return a word with its marks, however it was typed."""
    return syllables(word)[0].exact


@given(VIETNAMESE, st.sampled_from(["<script>alert(1)</script>", '" onload="x', "&lt;b&gt;", "<mark>", "{{ 7 }}"]))
def test_what_is_marked_is_escaped_and_still_the_text(text, nasty):
    whole = f"{text} giấy {nasty} phép"
    forms = frozenset({"giay", "phep", "script", "mark"})
    parts = pieces(whole, forms, "vi")
    assert "".join(part.text for part in parts) == unicodedata.normalize("NFC", whole)
    for shown in (parts, snippet(whole, forms, "vi")):
        html = render_to_string("search/pieces.html", {"pieces": shown})
        assert set(re.findall(r"</?[^>]*>", html)) <= {"<mark>", "</mark>"}
        assert html.count("<") == html.count("<mark>") + html.count("</mark>") == 2 * html.count("<mark>")
