"""The interface texts of the packages the portal stands on, read off their installed sources."""

import ast
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

PARTS = {
    "django": ("contrib/auth", "core/validators.py", "forms", "db/models/fields/__init__.py", "db/models/base.py"),
    "allauth": ("account", "mfa", "usersessions", "core", "utils.py"),
}
"""Package → the parts of it whose words citizens and staff can meet outside of the editors' admin."""
LEFT_OUT = ("management", "migrations", "tests", "webauthn", "socialaccount")
"""Folders with words nobody meets here: command lines, and ways in that are not installed."""
FUNCTIONS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "_n", "gettext_noop"}


def msgids() -> Iterator[tuple[str, str]]:
    """The file and the text of every call that asks for a translation."""
    for package, parts in PARTS.items():
        root = Path(str(find_spec(package).origin)).parent
        for part in parts:
            place = root / part
            for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
                if not set(path.relative_to(root).parts) & set(LEFT_OUT):
                    name = str(path.relative_to(root.parent))
                    yield from ((name, text) for text in texts_of(path.read_text()))


def texts_of(source: str) -> Iterator[str]:
    """The first argument of every such call, where it is written out."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _name(node.func) in FUNCTIONS and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value.strip():
                yield first.value


def _name(function: ast.expr) -> str:
    return getattr(function, "id", getattr(function, "attr", ""))
