"""Lists that people type one a line: read, and compared as readers of the search type them."""

from core.text import clean, fold


def lines_of(text: str) -> tuple[str, ...]:
    """Return what stands in the lines, clean, without empty ones and without repetitions, in the order of writing."""
    return tuple(dict.fromkeys(line for line in map(clean, text.splitlines()) if line))


def folded_lines(text: str) -> str:
    """Return the lines as one text to look in, without tone marks."""
    return "\n".join(fold(line) for line in lines_of(text))
