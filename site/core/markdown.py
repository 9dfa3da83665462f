"""What the handbooks use of Markdown, as HTML: headings, paragraphs, lists, tables; emphasis, code, links, pictures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from core.text import slug

HEADING = re.compile(r"(#{1,4}) (.+)")
ITEM = re.compile(r"(-|\d+\.) +(.*)")
RULE_OF_TABLE = re.compile(r"\|[-:| ]+\|")
CODE = re.compile(r"`([^`]+)`")
PICTURE = re.compile(r"!\[([^\]]*)\]\((?:screenshots/([\w-]+)\.png|[^)\s]+)\)")
"""Its words, and the name of its file."""
INLINE = (
    (re.compile(r"(?<!!)\[([^\]]+)\]\(((?:https?://|/|#)[^)\s]*)\)"), r'<a href="\2">\1</a>'),
    (re.compile(r"(?<!!)\[([^\]]+)\]\([^)\s]+\)"), r"\1"),
    (re.compile(r"\*\*(.+?)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"\*(.+?)\*"), r"<em>\1</em>"),
)
"""In this order. Links to other files of the repository lead nowhere on a site: their words stay."""


@dataclass(frozen=True)
class Chapter:
    """A heading that can be led to."""

    name: str
    anchor: str


def as_html(text: str, *, pictures: str = "") -> SafeString:
    """Return the text as HTML. All of it is escaped first: no tag of the text comes through.

    `pictures` is the address its screenshots lie under, each by its name; without one their words stay.
    """
    blocks = (block.splitlines() for block in re.split(r"\n\s*\n", text.strip()) if block.strip())
    html = "\n".join(part for block in blocks for part in _block(block))
    return mark_safe(PICTURE.sub(lambda found: _picture(found[1], found[2], pictures), html))  # noqa: S308 (escaped in _inline)


def chapters(text: str) -> list[Chapter]:
    """Return the headings of the second level."""
    return [Chapter(words, slug(words)) for words in re.findall(r"^## (.+)$", text, re.MULTILINE)]


def _picture(words: str, name: str | None, address: str) -> str:
    return f'<img src="{address}{name}.png" alt="{words}" loading="lazy">' if address and name else words


def _block(lines: list[str]) -> Iterator[str]:
    """Yield the HTML of lines without an empty one between them: headings, then what follows."""
    while lines and (heading := HEADING.fullmatch(lines[0].strip())):
        level, words = len(heading[1]), heading[2]
        yield f'<h{level} id="{slug(words)}">{_inline(words)}</h{level}>'
        lines = lines[1:]
    if not lines:
        return
    start = next((number for number, line in enumerate(lines) if ITEM.match(line)), len(lines))
    if lines[0].startswith("|"):
        yield _table(lines)
    elif start < len(lines):
        yield from [_paragraph(lines[:start])] if start else []
        yield _list(lines[start:])
    else:
        yield _paragraph(lines)


def _paragraph(lines: list[str]) -> str:
    return f"<p>{_inline(' '.join(line.strip() for line in lines))}</p>"


def _list(lines: list[str]) -> str:
    """Return a list; a line that begins no item goes on with the last one. It may go on after a picture."""
    items: list[str] = []
    for line in lines:
        if item := ITEM.match(line):
            items.append(item[2])
        else:
            items[-1] += f" {line.strip()}"
    inner = "".join(f"<li>{_inline(item)}</li>" for item in items)
    number = lines[0].partition(".")[0]
    if number == "1":
        return f"<ol>{inner}</ol>"
    return f"<ul>{inner}</ul>" if lines[0].startswith("-") else f'<ol start="{number}">{inner}</ol>'


def _table(lines: list[str]) -> str:
    """Return a table whose first line is its head."""
    lines = [line.strip() for line in lines if not RULE_OF_TABLE.fullmatch(line.strip())]
    head, *rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    cells = "".join(f'<th scope="col">{_inline(cell)}</th>' for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{_inline(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table>"


def _inline(text: str) -> str:
    """Return one line: what stands in backquotes is left as it is, the rest is marked up."""
    parts = CODE.split(text)  # text, code, text, …
    return "".join(f"<code>{escape(part)}</code>" if number % 2 else _marked(part) for number, part in enumerate(parts))


def _marked(text: str) -> str:
    marked = str(escape(text))
    for pattern, replacement in INLINE:
        marked = pattern.sub(replacement, marked)
    return marked
