"""Takes out of photos what their camera wrote beside them (place, time, owner), in a process of its own."""

import logging
import subprocess
import sys
from pathlib import Path

from services.forms.uploads.kinds import FileKind, check
from services.forms.uploads.refusal import Refusal
from services.forms.uploads.stripping import SECONDS

log = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parents[3]
_PROGRAM = """
import sys
sys.path.append(sys.argv[2])
from services.forms.uploads.stripping import main
sys.exit(main(sys.argv[1]))
"""
_MOST_ADDED = 64
"""Bytes by which the result may be larger: the block that says which way up the picture is."""


def clean(data: bytes, kind: FileKind) -> bytes:
    """The bytes that are kept: those of a photo without its details, all others as they came.

    Refusal when the details cannot be removed; such a photo is never kept as it is.
    """
    if not kind.is_photo:
        return data
    stripped = _strip(data, kind.name)
    check(stripped, kind)
    return stripped


def _strip(data: bytes, kind: str) -> bytes:
    # -I: neither the environment nor the folder it is started in decides what is imported; -S: no installed packages
    command = [sys.executable, "-I", "-S", "-c", _PROGRAM, kind, str(ROOT)]
    try:
        result = subprocess.run(command, input=data, capture_output=True, env={}, cwd="/", timeout=SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        log.warning("stripping a %s of %d bytes: %s", kind, len(data), type(error).__name__)
        raise Refusal("not_cleaned") from error
    if result.returncode or not 0 < len(result.stdout) <= len(data) + _MOST_ADDED:
        log.warning("stripping a %s of %d bytes ended with %d", kind, len(data), result.returncode)
        raise Refusal("not_cleaned")
    return result.stdout
