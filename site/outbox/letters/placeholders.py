"""Placeholders of a letter, {like this}: which a text holds, what it must and must not hold, filling them in."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _

NAMED = re.compile(r"\{([^{}\n]*)\}")
BRACES = re.compile(r"[{}]")
BLANK_LINES = re.compile(r"\n{3,}")


def names_in(text: str) -> list[str]:
    """Return what stands between braces, in its order."""
    return [name.strip() for name in NAMED.findall(text)]


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return the text with the values in their places; a line of nothing but placeholders that are all empty goes.

    What is put in is not looked at again: braces somebody typed into a reason stay braces.
    """
    lines = []
    for line in text.splitlines():
        written = NAMED.sub(lambda found: values.get(found[1].strip(), ""), line).rstrip()
        if written or not NAMED.search(line):
            lines.append(written)
    return BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def one_line(text: str) -> str:
    """Return it as a subject: nothing in it can begin another header."""
    return " ".join(text.split())


def faults(text: str, *, known: Container[str]) -> Iterator[str | Promise]:
    """Yield what is wrong with the placeholders of a text, in sentences."""
    for name in dict.fromkeys(names_in(text)):
        if name not in known:
            yield _("There is no {%(name)s} in this letter. Take one from the list.") % {"name": name}
    if BRACES.search(NAMED.sub("", text)):
        yield _("A brace is left over: write a placeholder as {name}, and braces for nothing else.")


def missing(texts: Iterable[str], needed: Iterable[str]) -> list[str]:
    """Return the needed placeholders that none of the texts holds."""
    there = {name for text in texts for name in names_in(text)}
    return [name for name in needed if name not in there]
