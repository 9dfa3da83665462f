"""The ward of this province that an address typed on one line names, where it is beyond doubt."""

from core.text import fold
from services.forms.definition.administrative_units import matching_wards
from services.forms.definition.provinces import HOME

BEFORE = ("", "tinh ")
"""What may stand before the name of the province: not "thành phố", which was a city of the same name until 2025."""


def home_ward(address: str) -> str:
    """Return the official name of the ward that stands right before the province, e.g. "Phường Hạc Thành"; "" where
    the address does not end so, or several may be meant.

    An address by names of before 1 July 2025 has a district in between, and is not guessed from.
    """
    parts = [part.strip() for part in address.strip(" .").split(",")]
    if len(parts) < 2 or fold(parts[-1]) not in {f"{word}{fold(HOME)}" for word in BEFORE}:
        return ""
    found = matching_wards(HOME, parts[-2])
    return found[0] if len(found) == 1 else ""
