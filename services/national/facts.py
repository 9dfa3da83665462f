"""Facts of a procedure in plain values, the same shape whether a national record or one of our pages says them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

Value = str | int | bool | date | tuple[str, ...] | None

CHANNELS, DURATIONS, DOCUMENTS, FEES = "channels", "durations", "documents", "fees"
RESULTS, LEGAL_BASES, AGENCIES, STEPS = "results", "legal_bases", "handling_agencies", "steps"

KINDS_OF_ROWS = (AGENCIES, CHANNELS, DURATIONS, DOCUMENTS, FEES, RESULTS, LEGAL_BASES, STEPS)


@dataclass(frozen=True)
class FactRow:
    """One row of a procedure: its values by the names of the page's columns.

    A case is told by its name, an agency, a law and a file by theirs. `place` finds the row in the list of our page
    it was read from; a row of a record has none. Of a row that holds on every channel one is made for each channel.
    """

    kind: str
    values: Mapping[str, Value]
    place: int | None = None

    def text(self, name: str) -> str:
        """Return a value that is a text; "" when there is none."""
        return str(self.values.get(name) or "")


@dataclass(frozen=True)
class ProcedureFacts:
    """What is compared of a procedure: single values by the names of the page's columns, and rows by kind."""

    fields: Mapping[str, Value]
    rows: Mapping[str, tuple[FactRow, ...]]
