"""The process a photo is stripped in: bytes come in, the same picture without its details goes out.

It runs alone, on the standard library, with an empty environment and little memory and time (sandbox.py), so that a
picture made to break its reader breaks nothing else.
"""

import sys
from collections.abc import Callable

from services.forms.uploads import heic_details, jpeg, png
from services.forms.uploads.exceptions import Refusal
from services.forms.uploads.sandbox import REFUSED, confine

MEMORY = 256
"""Megabytes."""

STRIP: dict[str, Callable[[bytes], bytes]] = {"jpg": jpeg.strip, "png": png.strip, "heic": heic_details.strip}


def main(kind: str) -> int:
    """Strip the picture on standard input to standard output; the exit code says how it went."""
    confine(MEMORY)
    try:
        stripped = STRIP[kind](sys.stdin.buffer.read())
    except Refusal:
        return REFUSED
    sys.stdout.buffer.write(stripped)
    sys.stdout.buffer.flush()
    return 0
