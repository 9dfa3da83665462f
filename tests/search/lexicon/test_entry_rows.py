"""The software's words are planted once: an editor's hand counts for more. The search reads every change at once."""

import pytest
from django.core.management import call_command

from search.lexicon import entry_rows
from search.lexicon.store import terms, version
from search.models import EntryKind, LexiconEntry
from tests.builders_lexicon import make_entry

pytestmark = pytest.mark.django_db

COLUMNS = {"language": "vi", "kind": "synonym", "phrases": "sổ đỏ", "targets": "quyền sử dụng đất", "authority": ""}


@pytest.fixture
def shipped(monkeypatch):
    """`shipped(key=columns, …)` makes these the entries that come with the software."""
    return lambda **records: monkeypatch.setattr(entry_rows, "entry_records", lambda: records)


def test_everything_is_planted_once():
    call_command("load_lexicon", verbosity=0)
    count = LexiconEntry.objects.count()
    assert count == len(entry_rows.entry_records())
    assert entry_rows.ensure_entries() == 0
    assert LexiconEntry.objects.count() == count
    assert LexiconEntry.objects.filter(folded__contains="so do").exists()


def test_what_an_editor_changed_switched_off_or_deleted_stays_so_and_the_rest_follows(shipped):
    shipped(**{key: {**COLUMNS, "phrases": key} for key in ("changed", "off", "deleted", "untouched")})
    assert entry_rows.ensure_entries() == 4
    LexiconEntry.objects.filter(key="changed").update(targets="của biên tập viên")
    LexiconEntry.objects.filter(key="off").update(is_live=False)
    LexiconEntry.objects.filter(key="deleted").delete()
    shipped(**{key: {**COLUMNS, "targets": "mới"} for key in ("changed", "off", "deleted", "untouched")})
    assert entry_rows.ensure_entries() == 1
    assert dict(LexiconEntry.objects.values_list("key", "targets")) == {
        "changed": "của biên tập viên",
        "off": "quyền sử dụng đất",
        "untouched": "mới",
    }


def test_a_phrase_of_an_editor_stays_with_the_editors_entry(shipped):
    make_entry("Sổ đỏ", "của biên tập viên")
    shipped(one={**COLUMNS, "phrases": "sổ đỏ\nbìa đỏ"}, two=COLUMNS)
    entry_rows.ensure_entries()
    assert dict(LexiconEntry.objects.values_list("key", "phrases")) == {"": "Sổ đỏ", "one": "bìa đỏ"}
    assert entry_rows.ensure_entries() == 0


def test_the_search_reads_live_entries_of_its_language_as_they_are_now():
    entry = make_entry("sổ đỏ\nbìa đỏ", "quyền sử dụng đất")
    make_entry("red book", language="en")
    make_entry("sổ hồng", is_live=False)
    make_entry("ly hôn", "", kind=EntryKind.ELSEWHERE, authority="Tòa án nhân dân")
    before, first = version(), terms("vi")
    assert [(term.kind, term.phrases, term.targets, term.authority) for term in first] == [
        ("synonym", ("sổ đỏ", "bìa đỏ"), ("quyền sử dụng đất",), ""),
        ("elsewhere", ("ly hôn",), (), "Tòa án nhân dân"),
    ]
    assert terms("vi") is first
    entry.phrases = "sổ đỏ"
    entry.save()
    assert version() != before
    assert terms("vi")[0].phrases == ("sổ đỏ",)
    entry.delete()
    assert [term.kind for term in terms("vi")] == ["elsewhere"]
