"""What the search reads of one entry of the lexicon. No database, no web."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """Phrases people type, as written (with tone marks), and what is meant.

    `kind` is "synonym", "abbreviation", "question" or "elsewhere". `targets` are official words, as short as names of
    procedures have them; an entry of kind "elsewhere" has an `authority` by name, and perhaps targets.
    """

    kind: str
    phrases: tuple[str, ...]
    targets: tuple[str, ...]
    authority: str = ""
    authority_url: str = ""
