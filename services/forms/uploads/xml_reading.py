"""Reads XML that a stranger wrote, event by event: no document type, no entities, nothing fetched.

Source: XML 1.0. Only what entities can be declared in is refused; expat knows no other way to grow or to reach out.
"""

from collections.abc import Callable, Mapping
from typing import IO
from xml.parsers import expat

from services.forms.uploads.exceptions import DAMAGED, ENTITIES, Refusal

Seen = Callable[[str, Mapping[str, str]], None]


def read_xml(
    content: IO[bytes],
    element: Seen | None,
    *,
    text: Callable[[str], None] | None = None,
    end: Callable[[str], None] | None = None,
    instruction: Callable[[str, str], None] | None = None,
) -> None:
    """Tell of every element: its name as "namespace name", and its attributes. Refusal when it is no plain XML."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = element
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.ProcessingInstructionHandler = instruction
    parser.StartDoctypeDeclHandler = _refuse_document_type
    try:
        parser.ParseFile(content)
    except (expat.ExpatError, LookupError, ValueError) as error:  # the latter two: encodings that nobody knows
        raise Refusal(DAMAGED) from error


def _refuse_document_type(*_args: object) -> None:
    raise Refusal(ENTITIES)
