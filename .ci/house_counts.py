"""What .ci/house.py counts: packages, circles, imports that climb, late imports, signatures with Any.

Grimp reads who imports whom; layers and root packages stand in the import-linter section of a pyproject.toml.
"""

import ast
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import grimp

DJANGO_FOLDERS = {"migrations", "templatetags", "management", "commands"}
"""What Django names: no rooms of the house."""

Imports = frozenset[tuple[str, str]]
"""Pairs of modules: who imports, what is imported."""


@dataclass(frozen=True)
class Layers:
    """A layers contract: the container ("" for the house itself) and its floors from top to bottom."""

    container: str
    floors: tuple[tuple[str, ...], ...]

    def floor_of(self, module: str) -> int | None:
        """Return the floor that a module stands on, 0 on top; None outside of the contract."""
        name = child(self.container, module)
        return next((index for index, floor in enumerate(self.floors) if name in floor), None)


@dataclass(frozen=True)
class Package:
    """A directory with Python: its path, the first line of its docstring, its modules and their lines."""

    path: str
    docstring: str
    modules: int
    lines: int


def root_packages(configuration: Mapping) -> list[str]:
    """Return the packages of the house, as import-linter knows them."""
    return configuration["tool"]["importlinter"]["root_packages"]


def layers(configuration: Mapping) -> list[Layers]:
    """Return the layers contracts, in their order."""
    contracts = [it for it in configuration["tool"]["importlinter"]["contracts"] if it["type"] == "layers"]
    return [
        Layers(container, tuple(_floor(line) for line in contract["layers"]))
        for contract in contracts
        for container in contract.get("containers", [""])
    ]


def _floor(line: str) -> tuple[str, ...]:
    return tuple(name.strip(" ()") for name in line.replace("|", ":").split(":"))


def read_configuration(root: Path) -> Mapping:
    """Return the pyproject.toml of a checkout."""
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def imports_of(root: Path, configuration: Mapping) -> Imports:
    """Return who imports whom in a checkout, late imports included;
    imports for types only, as the contracts have it.
    """
    sys.path[:0] = [str(root), str(root / "site")]
    graph = grimp.build_graph(
        *root_packages(configuration),
        exclude_type_checking_imports=configuration["tool"]["importlinter"].get("exclude_type_checking_imports", False),
        cache_dir=None,
    )
    return frozenset((one, other) for one in graph.modules for other in graph.find_modules_directly_imported_by(one))


def files(root: Path, names: Iterable[str]) -> list[Path]:
    """Return the Python files of these packages without migrations,
    whether they lie in the checkout or in its site/.
    """
    homes = [folder / name for name in names for folder in (root, root / "site") if (folder / name).is_dir()]
    found = [path for home in homes for path in home.rglob("*.py") if "migrations" not in path.parts]
    return sorted(found, key=lambda path: path.relative_to(root).parts)


def is_module(path: Path) -> bool:
    """Tell whether a file is a module; the `__init__.py` of a package is not counted as one."""
    return path.name != "__init__.py"


def packages(root: Path, paths: Iterable[Path]) -> list[Package]:
    """Return the rooms among the folders of these files, by path."""
    folders = defaultdict(list)
    for path in paths:
        if not DJANGO_FOLDERS & set(path.parts):
            folders[path.parent].append(path)
    return [
        Package(
            path=folder.relative_to(root).as_posix(),
            docstring=first_line(folder / "__init__.py"),
            modules=sum(is_module(path) for path in inside),
            lines=sum(map(line_count, inside)),
        )
        for folder, inside in sorted(folders.items())
    ]


def first_line(path: Path) -> str:
    """Return the first line of a file's docstring; empty without one."""
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) if path.exists() else None
    return (docstring or "").partition("\n")[0]


def line_count(path: Path) -> int:
    """Return the lines of a file."""
    return len(path.read_text(encoding="utf-8").splitlines())


def child(container: str, module: str) -> str:
    """Return the name of a module's part directly inside a container;
    empty outside of it and for the container itself.
    """
    prefix = f"{container}." if container else ""
    return module.removeprefix(prefix).partition(".")[0] if module.startswith(prefix) else ""


def sibling_imports(imports: Imports) -> dict[str, set[tuple[str, str]]]:
    """Return who imports whom among the children of each package ("" for the root packages), by the package."""
    found = defaultdict(set)
    for importer, imported in imports:
        ours, theirs = importer.split("."), imported.split(".")
        depth = next((i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), None)
        if depth is not None:
            found[".".join(ours[:depth])].add((ours[depth], theirs[depth]))
    return dict(found)


def reachable(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return what can be reached along the arrows, from each name that an arrow starts from."""
    nexts = defaultdict(set)
    for start, end in pairs:
        nexts[start].add(end)
    found = {}
    for start in nexts:
        seen, waiting = set(), [start]
        while waiting:
            new = nexts.get(waiting.pop(), set()) - seen
            seen |= new
            waiting.extend(new)
        found[start] = seen
    return found


def circles(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Groups of names in which each reaches all others, sorted: what stands in a circle."""
    reached = reachable(pairs)
    groups = {
        tuple(sorted(other for other in seen if name in reached.get(other, ())))
        for name, seen in reached.items()
        if name in seen
    }
    return sorted(groups)


def needed(arrows: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return the arrows without those that a longer way says as well; inside a circle all of them."""
    reached = reachable(arrows)

    def same(one: str, other: str) -> bool:
        return one in reached.get(other, ()) and other in reached.get(one, ())

    def implied(start: str, end: str) -> bool:
        ways = (way for way in reached[start] if not same(way, start) and not same(way, end))
        return not same(start, end) and any(end in reached.get(way, ()) for way in ways if way != end)

    return {(start, end) for start, end in arrows if not implied(start, end)}


def climbing(imports: Imports, contracts: Iterable[Layers]) -> list[tuple[str, str]]:
    """Imports from a lower floor of a contract to a higher one, those that the contract tolerates included."""
    found = set()
    for contract in contracts:
        for importer, imported in imports:
            below, above = contract.floor_of(importer), contract.floor_of(imported)
            if below is not None and above is not None and below > above:
                found.add((importer, imported))
    return sorted(found)


def late_imports(source: str, names: Iterable[str]) -> int:
    """Return how many imports inside functions name one of these packages."""
    ours = set(names)
    lines = {
        node.lineno for function in _functions(source) for node in ast.walk(function) if _imported_roots(node) & ours
    }
    return len(lines)


def _imported_roots(node: ast.AST) -> set[str]:
    match node:
        case ast.Import(names=names):
            return {alias.name.partition(".")[0] for alias in names}
        case ast.ImportFrom(module=str(module), level=0):
            return {module.partition(".")[0]}
    return set()


def signatures_with_any(source: str) -> int:
    """Return how many functions say Any somewhere in their signature."""
    return sum(any(map(_says_any, _annotations(function))) for function in _functions(source))


def plain_any(source: str) -> int:
    """Return how many annotations of arguments and results are Any itself, or Any among others: what ruff's ANN401
    counts.
    """
    return sum(_is_any(annotation) for function in _functions(source) for annotation in _annotations(function))


def _functions(source: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _annotations(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.expr]:
    given = function.args
    arguments = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    annotated = [argument.annotation for argument in arguments if argument]
    return [annotation for annotation in [*annotated, function.returns] if annotation]


def _says_any(annotation: ast.expr) -> bool:
    return any(_is_any(node) for node in ast.walk(annotation) if isinstance(node, ast.expr))


def _is_any(annotation: ast.expr) -> bool:
    match annotation:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name == "Any"
        case ast.BinOp(op=ast.BitOr(), left=left, right=right):
            return _is_any(left) or _is_any(right)
    return False
