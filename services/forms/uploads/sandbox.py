"""A process of its own for files that were made to break their reader: no environment, little time and memory.

Both sides of it: `run_alone` starts the process, `confine` is what the process does first. Standard library only.

| process | for | memory | may import |
|---|---|---|---|
| stripping.py | JPEG, PNG, HEIC | 256 MB | the standard library |
| office_reading.py | DOCX, XLSX | 256 MB | the standard library |
| pdf_reading.py | PDF | 512 MB | what is installed, for pikepdf |

None of them gets an environment, may write a file or start a process, or has more than 5 seconds of the processor.
"""

import resource
import subprocess
import sys
from pathlib import Path

MEGABYTE = 1024 * 1024
SECONDS = 5
"""Of the processor."""
PATIENCE = 10
"""Seconds until somebody who waits is answered, on a machine that is busy with other things."""
REFUSED = 3
"""The exit code when the file is not what it should be; every other one but 0 is a breakdown."""

ROOT = Path(__file__).resolve().parents[3]
_PROGRAM = """
import sys
sys.path.append(sys.argv[2])
from importlib import import_module
sys.exit(import_module(sys.argv[1]).main(*sys.argv[3:]))
"""


class BrokeDown(Exception):
    """The process could not be started, took too long, or ended in another way than it should."""


def run_alone(module: str, *arguments: str, data: bytes, with_packages: bool = False) -> tuple[bool, bytes]:
    """Run `main(*arguments)` of a module on these bytes: whether it refused them, and what it wrote.

    `with_packages` lets it import what is installed; otherwise it has the standard library alone.
    """
    # -I: neither the environment nor the folder it is started in decides what is imported; -S: no installed packages
    flags = ["-I"] if with_packages else ["-I", "-S"]
    command = [sys.executable, *flags, "-c", _PROGRAM, module, str(ROOT), *arguments]
    try:
        result = subprocess.run(
            command, input=data, capture_output=True, env={}, cwd="/", timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BrokeDown(type(error).__name__) from error
    if result.returncode not in (0, REFUSED):
        raise BrokeDown(f"exit code {result.returncode}")
    return result.returncode == REFUSED, result.stdout


def confine(megabytes: int) -> None:
    """Take from this process what it does not need: time, memory, files, other processes."""
    for kind, most in (
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_AS, megabytes * MEGABYTE),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))
