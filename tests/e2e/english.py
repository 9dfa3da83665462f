"""Finds English words on a page that should be Vietnamese."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib

CATALOGUES = Path(__file__).resolve().parents[2] / "site"
WORD = re.compile(r"[A-Za-z]{3,}")
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w*\}|<[^>]+>|&\w+;")
TEXTS = """() => {
    const found = []
    const skipped = 'script, style, template, noscript, textarea, code, kbd, [lang=en], select[name$=time_zone]'
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode())
        if (!walker.currentNode.parentElement.closest(skipped)) found.push(walker.currentNode.textContent)
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        for (const element of document.querySelectorAll(`[${name}]`)) found.push(element.getAttribute(name))
    for (const button of document.querySelectorAll('input[type=submit], input[type=button]')) found.push(button.value)
    return [...new Set(found.map(text => text.trim()).filter(Boolean))]
}"""
"""What a page says, open or folded away; not what somebody typed, nor names of keys and of things in code."""


def vocabulary() -> frozenset[str]:
    """Words of the English interface texts, ours and the packages', that no Vietnamese text has."""
    english, vietnamese = set(), set()
    for path in CATALOGUES.glob("locale*/vi/LC_MESSAGES/*.po"):
        for entry in polib.pofile(str(path)):
            english.update(_words(f"{entry.msgid} {entry.msgid_plural}"))
            vietnamese.update(_words(" ".join((entry.msgstr, *entry.msgstr_plural.values()))))
    return frozenset(english - vietnamese)


def english_words(text: str, known: frozenset[str]) -> set[str]:
    """The English words of a text; addresses, names of files and the like are no words."""
    tokens = (token.strip(".,:;!?()[]“”'…–") for token in text.split())
    return {token.lower() for token in tokens if WORD.fullmatch(token)} & known


def _words(text: str) -> Iterator[str]:
    return (word.lower() for word in re.findall(r"(?<![\w@/.-])[A-Za-z]{3,}(?![\w@/-])", PLACEHOLDER.sub(" ", text)))
