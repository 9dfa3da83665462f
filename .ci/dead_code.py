"""Refuses code that nothing calls: a rule without a caller is a promise nobody keeps. Vulture finds the candidates.

What the portal names in another way is alive: words of templates, dotted names in settings and page models, methods
that a class of Django, Wagtail or another library calls (looked up in the classes themselves), functions registered by
a decorator. What only an issue of the near future will call stands in AWAITED with who will call it. Calls from tests
do not count.

Usage: python .ci/dead_code.py
"""

import ast
import importlib
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from vulture import Vulture
from vulture.core import Item

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("departments", "home", "search", "services", "site")
TEMPLATES = ("templates", "services/forms/slips", "site/config")
EXCLUDED = ("*/migrations/*",)
DECORATORS = ["@register", "@register.*", "@hooks.register", "@receiver"]
KINDS = {"class", "function", "method", "property", "unreachable_code"}
CONVENTIONS = re.compile(
    r"^(Command|clean_\w+|\w+Config"
    r"|process_(view|exception)"  # of middleware
    r"|handle_exception"  # of a mixin for views of the REST framework
    r"|(get|restore)_translat\w+_segments"  # of blocks, asked by wagtail-localize
    r")$"
)
"""What Django and the libraries find by its name alone."""

AWAITED = {
    "departments/succession.py::successor_for": "editors' groups follow mergers of departments",
    "services/rules/fees.py::expiring": "the editors' dashboard: fees that end within 60 days",
}
"""Rules that are right and tested and that the editors' admin is going to ask, by `path::name`."""


def main() -> int:
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()
    words = words_in_use(ROOT)
    dead = {f"{item.filename}::{item.name}": item for item in candidates(ROOT) if not is_named(item, words)}
    for place, item in sorted(dead.items()):
        if place not in AWAITED:
            print(f"{item.filename}:{item.first_lineno}: nothing calls the {item.typ} {item.name}")
    called = sorted(set(AWAITED) - set(dead))
    for place in called:
        print(f"{place}: it is called (or gone) by now; take it off the list in .ci/dead_code.py")
    return 1 if called or set(dead) - set(AWAITED) else 0


def candidates(root: Path) -> Iterator[Item]:
    """Yield what vulture finds uncalled, with paths from the root;
    classes of libraries are asked whether they call it.
    """
    finder = Vulture(ignore_decorators=DECORATORS)
    finder.scavenge([root / source for source in SOURCES], exclude=[str(root / pattern) for pattern in EXCLUDED])
    for item in finder.get_unused_code(min_confidence=60):
        item.filename = item.filename.relative_to(root) if item.filename.is_absolute() else item.filename
        if item.typ in KINDS and not CONVENTIONS.match(item.name) and not overrides_library(item, root):
            yield item


def words_in_use(root: Path) -> set[str]:
    """Return words of the templates, and of the strings of the code that look like names."""
    found: set[str] = set()
    for folder in TEMPLATES:
        for path in (root / folder).rglob("*"):
            if path.suffix in {".html", ".txt", ".xml", ".svg"}:
                found.update(re.findall(r"\w+", path.read_text(encoding="utf-8")))
    for source in SOURCES:
        for path in (root / source).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.update(names_in(node.value))
    return found


def names_in(text: str) -> list[str]:
    """Return the last names of `a.dotted.name`, `name` and `one__other`; none of a sentence."""
    return re.split(r"\.|__", text) if re.fullmatch(r"[A-Za-z_][\w.]*", text) else []


def is_named(item: Item, words: set[str]) -> bool:
    return item.name in words


def overrides_library(item: Item, root: Path) -> bool:
    """Return whether a class it stands in has a base outside of the portal that knows a member of this name."""
    if item.typ not in {"method", "property"}:
        return False
    path = (root / item.filename).relative_to(root)
    parts = path.with_suffix("").parts
    module = importlib.import_module(".".join(parts[1:] if parts[0] == "site" else parts).removesuffix(".__init__"))
    classes = [cls for cls in vars(module).values() if isinstance(cls, type) and cls.__module__ == module.__name__]
    bases = [base for cls in classes if item.name in vars(cls) for base in cls.__mro__ if not is_own(base)]
    return any(item.name in vars(base) for base in bases)


def is_own(cls: type) -> bool:
    file = getattr(sys.modules.get(cls.__module__), "__file__", "") or ""
    return file.startswith(str(ROOT)) and "site-packages" not in file


if __name__ == "__main__":
    sys.exit(main())
