"""The words that come with the software keep the rules that editors' entries have to keep. No database."""

import re
from collections import Counter
from itertools import chain

import pytest

from core.text import clean
from search.entry_lines import lines_of
from search.lexicon.entry_rows import entry_records
from search.models import EntryKind

RECORDS = entry_records()
PHRASES = [(key, row, phrase) for key, row in RECORDS.items() for phrase in lines_of(row["phrases"])]


@pytest.mark.parametrize(("language", "least"), [("vi", 400), ("en", 100)])
def test_there_are_enough_entries_of_each_language(language, least):
    assert sum(row["language"] == language for row in RECORDS.values()) >= least


def test_no_phrase_stands_in_two_entries_of_a_language():
    counts = Counter((row["language"], phrase.casefold()) for _key, row, phrase in PHRASES)
    assert [phrase for phrase, times in counts.items() if times > 1] == []


def test_every_entry_says_what_is_meant():
    kinds = {row["kind"] for row in RECORDS.values()}
    assert kinds == set(EntryKind.values)
    silent = [key for key, row in RECORDS.items() if not row["targets"] and row["kind"] != EntryKind.ELSEWHERE]
    nowhere = [key for key, row in RECORDS.items() if row["kind"] == EntryKind.ELSEWHERE and not row["authority"]]
    assert silent == nowhere == []


def test_a_single_syllable_is_an_official_word_of_no_entry_except_abbreviations():
    said = chain.from_iterable(lines_of(row["targets"]) for row in RECORDS.values() if row["language"] == "vi")
    official = set(chain.from_iterable(re.findall(r"\w+", target.casefold()) for target in said))
    bare = [
        phrase
        for _key, row, phrase in PHRASES
        if row["language"] == "vi" and row["kind"] != EntryKind.ABBREVIATION and phrase.casefold() in official
    ]
    assert bare == []


def test_texts_are_clean_and_keys_last():
    assert [phrase for _key, _row, phrase in PHRASES if clean(phrase) != phrase] == []
    assert [key for key in RECORDS if not re.fullmatch(r"(vi|en)-[a-z0-9-]{1,77}", key)] == []
