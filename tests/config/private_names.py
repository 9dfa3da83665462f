"""Finds where the portal uses a name that a library keeps to itself: read, set, overridden, imported or replaced."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("departments", "home", "search", "services", "site")
ITSELF = {"self", "cls"}
BY_TEXT = {"getattr", "hasattr", "setattr", "delattr"}
"""Functions that take the name of an attribute as a text."""


def is_private(name: str) -> bool:
    """Whether it begins with one underscore."""
    return name.startswith("_") and not name.startswith("__") and name != "_"


@dataclass
class Source:
    """What one file says about private names."""

    path: Path
    own: set[str] = field(default_factory=set)
    """Names of its classes: defined in their bodies, or given to `self` or `cls`."""
    of_itself: set[str] = field(default_factory=set)
    """Names asked of `self`, `cls` or `super()`."""
    of_others: set[str] = field(default_factory=set)
    """Names asked of anything else."""
    imported: set[str] = field(default_factory=set)
    """Dotted paths of libraries that are private at some step, or lie in a package called `internal`."""
    replaced: set[str] = field(default_factory=set)
    """Dotted paths of what the file puts into a class or module of a library, private or not."""
    defined: list[tuple[str, str]] = field(default_factory=list)
    """Class (its qualified name) and name for each that a class body defines."""

    @property
    def module(self) -> str:
        """How Python imports the file."""
        root = ROOT / "site" if self.path.is_relative_to(ROOT / "site") else ROOT
        parts = self.path.relative_to(root).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def sources() -> list[Source]:
    """Every file of the portal, read."""
    paths = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    return [read(path) for path in paths if "migrations" not in path.parts]


def read(path: Path) -> Source:
    """One file, read."""
    found = Source(path)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        _note(node, found)
    found.replaced.update(_replaced(tree))
    for name, body in _classes(tree):
        private = [each for statement in body for each in _defined(statement) if is_private(each)]
        found.own.update(private)
        found.defined += [(name, each) for each in private]
    return found


def _note(node: ast.AST, found: Source) -> None:
    match node:
        case ast.Attribute(value=value, attr=name) if is_private(name):
            _note_attribute(value, name, node.ctx, found)
        case ast.Call(func=ast.Name(id=function), args=[_, ast.Constant(value=str(name)), *_]) if function in BY_TEXT:
            if is_private(name):
                found.of_others.add(name)
        case ast.ImportFrom(module=str(module), names=names):
            paths = [f"{module}.{alias.name}" for alias in names]
            found.imported.update(path for path in paths if _is_internal(path))
        case ast.Import(names=names):
            found.imported.update(alias.name for alias in names if _is_internal(alias.name))


def _note_attribute(value: ast.expr, name: str, context: ast.expr_context, found: Source) -> None:
    match value:
        case ast.Name(id=owner) if owner in ITSELF:
            (found.own if isinstance(context, ast.Store) else found.of_itself).add(name)
        case ast.Call(func=ast.Name(id="super")):
            found.of_itself.add(name)
        case _:
            found.of_others.add(name)


def _is_internal(path: str) -> bool:
    """Whether it is a library's and private at some step."""
    return not _is_our_package(path.partition(".")[0]) and any(
        is_private(part) or part == "internal" for part in path.split(".")
    )


def _replaced(tree: ast.AST) -> Iterator[str]:
    """Attributes of what was imported from elsewhere that are given a value."""
    foreign = {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and not _is_our_package(node.module.partition(".")[0])
        for alias in node.names
    }
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=owner), attr=name, ctx=ast.Store()) if owner in foreign:
                yield f"{foreign[owner]}.{name}"


def _is_our_package(name: str) -> bool:
    return any((root / name).is_dir() for root in (ROOT, ROOT / "site"))


def _classes(tree: ast.AST, within: str = "") -> Iterator[tuple[str, list[ast.stmt]]]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ClassDef):
            yield within + node.name, node.body
            yield from _classes(node, f"{within}{node.name}.")


def _defined(statement: ast.stmt) -> Iterator[str]:
    match statement:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            yield name
        case ast.Assign(targets=targets):
            yield from (target.id for target in targets if isinstance(target, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name


def overridden(source: Source) -> set[str]:
    """Names that a class of the file defines and a class of a library, above it, defines too."""
    return {name for owner, name in source.defined if _is_above(_class(source.module, owner), name)}


def _class(module: str, name: str) -> type:
    found: Any = import_module(module)
    for part in name.split("."):
        found = getattr(found, part)
    return found


def _is_above(one: type, name: str) -> bool:
    return any(name in vars(base) and not _is_ours(base) for base in one.__mro__[1:])


def _is_ours(one: type) -> bool:
    path = Path(getattr(sys.modules[one.__module__], "__file__", None) or "/")
    return path.is_relative_to(ROOT) and "site-packages" not in path.parts


def used(files: list[Source]) -> set[str]:
    """All names of libraries in the files: asked of others, of themselves without being defined, overridden, imported,
    replaced."""
    ours = set().union(*(file.own for file in files))
    found: set[str] = set()
    for file in files:
        found |= (
            (file.of_others - file.own) | (file.of_itself - ours) | overridden(file) | file.imported | file.replaced
        )
    return found
