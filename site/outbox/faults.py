"""How a fault is written down: its class and what it said, cut, in one line."""

from outbox.models import LONGEST_ERROR


def in_words(error: BaseException) -> str:
    """Return the line that staff read beside a delivery; it is wiped with the payload."""
    said = " ".join(str(error).replace("\x00", "").split())
    name = type(error).__name__
    return f"{name}: {said}"[:LONGEST_ERROR] if said else name
