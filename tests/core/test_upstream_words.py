"""What the packages say is said in Vietnamese too: every text of theirs that citizens and staff can meet."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import trans_real

from tests.upstream import msgids

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}|<[^>]+>")
ENOUGH = 0.95


def is_translated(text: str) -> bool:
    """Whether the Vietnamese catalogues have it, as a sentence or with its plural."""
    words = trans_real.translation("vi")._catalog
    return any(key in words and words[key] for key in (text, (text, 0)))


def test_the_packages_are_read_at_all():
    found = {text for _file, text in msgids()}
    assert "The two password fields didn’t match." in found
    assert "You must type the same password each time." in found
    assert len(found) > 250


def test_every_text_of_the_packages_has_its_vietnamese_words():
    assert {text: file for file, text in msgids() if not is_translated(text)} == {}


@pytest.fixture
def upstream(monkeypatch):
    """What keeps the words of packages, as `make messages` runs it."""
    monkeypatch.syspath_prepend(Path(__file__).resolve().parents[2] / ".ci")
    import upstream_messages  # noqa: PLC0415 (its folder is on the path only now)

    return upstream_messages


def answers(domain: str, upstream) -> dict[str, str]:
    """Every text the admin can show, in English, and what gettext answers for it in Vietnamese."""
    folders = [str(folder / "locale") for _package, folder in upstream.packages()] if domain == "djangojs" else None
    catalogue = trans_real.DjangoTranslation("vi", domain=domain, localedirs=folders)._catalog
    found = {}
    for _package, entry in upstream.shown(domain):
        key = f"{entry.msgctxt}\x04{entry.msgid}" if entry.msgctxt else entry.msgid
        found[entry.msgid_plural or entry.msgid] = catalogue.get((key, 0) if entry.msgid_plural else key) or ""
    return found


@pytest.mark.parametrize(("domain", "at_least"), [("django", 2000), ("djangojs", 120)])
def test_the_admin_is_vietnamese_down_to_its_last_message(upstream, domain, at_least):
    found = answers(domain, upstream)
    assert len(found) > at_least, "the packages' own catalogues are read"
    missing = [text for text, words in found.items() if words in {"", text}]
    assert 1 - len(missing) / len(found) >= ENOUGH, missing[:20]
    assert [text for text in missing if " " in text.strip() and not found[text]] == [], "no sentence stays English"


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_what_is_filled_in_and_marked_up_is_the_same_in_vietnamese(upstream, domain):
    kept = [*upstream.keyed(upstream.CATALOGUES / f"{domain}.po").values()]
    assert kept
    for entry in kept:
        english, words = entry.msgid_plural or entry.msgid, upstream.words(entry)
        assert Counter(PLACEHOLDER.findall(english)) == Counter(PLACEHOLDER.findall(words)), english
        assert english[: len(english) - len(english.lstrip())] == words[: len(words) - len(words.lstrip())], english
        assert english[len(english.rstrip()) :] == words[len(words.rstrip()) :], english


def test_what_the_packages_lack_is_in_our_catalogue_and_nothing_else(upstream):
    assert upstream.faults() == []


def test_a_text_nobody_translated_yet_appears_without_words(upstream, monkeypatch, tmp_path):
    monkeypatch.setattr(upstream, "CATALOGUES", tmp_path)
    lacking = {entry.msgid: entry for entry in upstream.merged("djangojs")}
    assert lacking["Page explorer"].msgstr == ""
    assert "Preview" not in lacking, "the package says this itself"
    assert "djangojs: not in locale_upstream: 'Page explorer'" in upstream.faults()


def test_scripts_of_the_admin_get_the_words_too(client, db):
    script = client.get(reverse("wagtailadmin_javascript_catalog")).content.decode()
    assert '"Page explorer": "C\\u00e2y trang"' in script
    assert settings.LANGUAGE_CODE == "vi"
