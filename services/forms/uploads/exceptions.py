"""A file that is not taken, and why. Standard library only: the process that strips pictures knows nothing else."""


class Refusal(Exception):
    """A file, or its place, breaks a rule. `code` names the rule; refusal_texts.py says it to people."""

    def __init__(self, code: str, **values: int) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


DAMAGED = "damaged"
MISMATCH = "content_mismatch"
PROTECTED = "protected"
MIXED = "mixed_content"
EXPANDS = "expands_too_much"
PIXELS = "too_many_pixels"
UNCHECKED = "not_checked"
SCRIPT = "script"
MACROS = "macros"
EMBEDDED = "embedded_file"
FETCHES = "fetches_content"
LINK = "unsafe_link"
MEDIA = "media_inside"
ACTS = "acts_by_itself"
SENDS = "sending_form"
ENTITIES = "xml_entities"
UNKNOWN_PART = "unknown_part"
HIDDEN = "hidden_content"
"""What the checks of content find; the codes of the other rules stand where they are raised."""
