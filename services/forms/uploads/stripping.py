"""The process a photo is stripped in: bytes come in, the same picture without its details goes out.

It runs alone, on the standard library, with an empty environment and little memory and time (cleaning.py starts it), so
that a picture made to break its reader breaks nothing else.
"""

import resource
import sys
from collections.abc import Callable

from services.forms.uploads import jpeg, png
from services.forms.uploads.refusal import Refusal

SECONDS = 5
MEMORY = 256 * 1024 * 1024
REFUSED = 3
"""The exit code when the picture is not what it should be; every other one but 0 is a breakdown."""

STRIP: dict[str, Callable[[bytes], bytes]] = {"jpg": jpeg.strip, "png": png.strip}


def confine() -> None:
    """Take from this process what it does not need: time, memory, files, other processes."""
    for kind, most in (
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


def main(kind: str) -> int:
    """Strip the picture on standard input to standard output; the exit code says how it went."""
    confine()
    try:
        stripped = STRIP[kind](sys.stdin.buffer.read())
    except Refusal:
        return REFUSED
    sys.stdout.buffer.write(stripped)
    sys.stdout.buffer.flush()
    return 0
