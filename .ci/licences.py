"""THIRD_PARTY_LICENSES: name, version and licence of every locked runtime package and every work shipped here.

Usage: python .ci/licences.py [--check]
"""

import re
import sys
from importlib import metadata
from pathlib import Path

from bundled import copyleft, libraries

ROOT = Path(__file__).resolve().parents[1]
LIST = ROOT / "THIRD_PARTY_LICENSES"
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s;\\]+)(?:\s*;\s*([^\\\n]+?))?\s*\\?$", re.MULTILINE | re.IGNORECASE)
SHIPPED = [
    ("govuk-frontend", "6.6.0", "MIT", "site/styles/vendor/govuk-frontend-6.6.0/LICENSE.txt"),
    ("Noto Sans (Fontsource)", "5.3.0", "OFL-1.1", "site/static/fonts/OFL.txt"),
    ("Noto Sans (TrueType, subset)", "2.004", "OFL-1.1", "site/static/fonts/OFL.txt"),
]
"""Works of others whose files are part of this repository: name, version, licence, where its text stands."""
HEAD = """\
Third-party software this portal installs to run (from requirements.txt; written by `make licences`).
Each package comes with its own licence text; this list repeats what the packages state about themselves.

"""
BUNDLED_HEAD = """
Libraries built into the wheels of those packages (for Linux) and their terms; where a licence text names the GNU GPL.

"""
SHIPPED_HEAD = """
Works of others that are part of this repository, with their licence texts.

"""


def main(arguments: list[str]) -> None:
    """Write the list, or with --check end when it is out of date."""
    text = HEAD + table() + BUNDLED_HEAD + brought() + SHIPPED_HEAD + shipped()
    if "--check" not in arguments:
        LIST.write_text(text, encoding="utf-8")
    elif not LIST.exists() or LIST.read_text(encoding="utf-8") != text:
        raise SystemExit("✗ THIRD_PARTY_LICENSES does not agree with requirements.txt. Run: make licences")


def pins() -> list[tuple[str, str]]:
    """Name and version of every pinned package. Those for Windows alone are never installed here, so not listed."""
    found = PIN.findall((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    return [(name, version) for name, version, marker in found if "win32" not in marker]


def table() -> str:
    """Return one line per pinned package, in columns."""
    return columns([(name, version, licence(name)) for name, version in pins()])


def brought() -> str:
    """Return one line per library in a package's wheel; one per package whose licence texts name the GNU GPL."""
    packages = sorted({name for name, _version in pins()})
    inside = [(package, *found) for package in packages for found in libraries(package)]
    named = [(package, "GNU GPL", about) for package in packages if (about := copyleft(package))]
    return columns(inside) + "\n" + columns(named)


def columns(rows: list[tuple[str, str, str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    return "".join(f"{one:<{widths[0]}}  {two:<{widths[1]}}  {three}\n" for one, two, three in rows)


def shipped() -> str:
    """Return one line per work in SHIPPED; a licence text that is missing ends the program."""
    for *_facts, text in SHIPPED:
        if not (ROOT / text).exists():
            raise SystemExit(f"✗ The licence text {text} is missing.")
    widths = [max(len(row[column]) for row in SHIPPED) for column in range(4)]
    lines = ("  ".join(f"{fact:<{width}}" for fact, width in zip(row, widths, strict=True)) for row in SHIPPED)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def licence(name: str) -> str:
    """Return the licence a package states: SPDX expression, else its classifiers, else the first line of its licence
    field.
    """
    stated = metadata.metadata(name)
    if expression := stated.get("License-Expression"):
        return expression
    classifiers = [
        line.rsplit(" :: ", 1)[1] for line in stated.get_all("Classifier", []) if line.startswith("License :: ")
    ]
    named = [classifier for classifier in classifiers if classifier != "OSI Approved"]
    words = " AND ".join(named) or (stated.get("License") or "").strip().partition("\n")[0]
    if not words:
        raise SystemExit(f"✗ {name} states no licence: it must not be used before that is known.")
    return words


if __name__ == "__main__":
    main(sys.argv[1:])
