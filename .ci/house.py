"""The drawing of the house: writes docs/developers/house.md; --check only compares.

Usage: python .ci/house.py [--check]
       python .ci/house.py --figures CHECKOUT

The second prints figures and drawing of another checkout, as docs/developers/house-before.md holds them.
"""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import median

from house_counts import (
    DJANGO_FOLDERS,
    Imports,
    Layers,
    child,
    circles,
    climbing,
    files,
    imports_of,
    is_module,
    late_imports,
    layers,
    line_count,
    needed,
    packages,
    plain_any,
    read_configuration,
    root_packages,
    sibling_imports,
    signatures_with_any,
)

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "developers" / "house.md"
BEFORE = PAGE.with_name("house-before.md")
FORMS = "services.forms"
DRAWN = {"": "The whole house", "services": "Inside services", FORMS: "Inside services.forms"}
"""The containers that are drawn, with the titles of their drawings."""


def main(arguments: list[str]) -> None:
    """Write the page, or with --check end when the committed one is not what the code gives."""
    if arguments[:1] == ["--figures"]:
        print(figures_page(Path(arguments[1]).resolve()), end="")
        return
    text = page()
    if "--check" not in arguments:
        PAGE.write_text(text, encoding="utf-8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
        raise SystemExit("✗ docs/developers/house.md is not what the code gives. Run: make house")


def page() -> str:
    """Return the page of today, with the figures and the drawing of before."""
    configuration, before = read_configuration(ROOT), BEFORE.read_text(encoding="utf-8")
    imports = imports_of(ROOT, configuration)
    parts = [
        INTRODUCTION,
        "## Figures\n",
        figures_table(figures(ROOT, imports), kept_figures(before)),
        "\n## Where it goes wrong\n",
        *findings(imports, layers(configuration)),
        late_imports_by_file(configuration),
        "\n## Packages\n",
        *packages_table(configuration),
        *(drawing(contract, imports) for contract in layers(configuration) if contract.container in DRAWN),
        before[before.index("## ") :],
    ]
    return "\n".join(parts)


INTRODUCTION = """# The house, drawn

Written by `make house` (`.ci/house.py`) from the code itself; `make lint` fails when it is stale. Do not edit or merge
it by hand: run `make house` again. Folders that Django names (migrations, templatetags, management) are no rooms; their
files are counted among the files, except migrations. [The map](README.md) says how to find one's way, and
[house-before.md](house-before.md) how the first column was measured.

Solid arrows are imports, dotted ones imports from a lower layer to a higher one. An arrow that a longer way implies is
left out. Layers are those of the import-linter contracts in `pyproject.toml`.
"""


def figures(root: Path, imports: Imports) -> dict[str, str]:
    """Return what is counted of a checkout, by name; layers are those of this checkout's contracts."""
    names = root_packages(read_configuration(root))
    paths = files(root, names)
    sources = [path.read_text(encoding="utf-8") for path in paths]
    rooms = packages(root, paths)
    widest = max(rooms, key=lambda room: room.modules)
    lengths = {path.relative_to(root).as_posix(): line_count(path) for path in paths if is_module(path)}
    longest = max(lengths, key=lambda name: lengths[name])
    groups = [group for found in all_circles(imports).values() for group in found]
    forms = next(room for room in rooms if room.path == FORMS.replace(".", "/"))
    return {
        "directories with Python": str(len(rooms)),
        "modules": str(len(lengths)),
        "modules directly in `services/forms`": str(forms.modules),
        "modules in the largest directory": f"{widest.modules} (`{widest.path}`)",
        "import circles among siblings": str(len(groups)),
        "siblings that stand in circles": str(sum(map(len, groups))),
        "imports from a lower layer to a higher one": str(len(climbing(imports, layers(read_configuration(ROOT))))),
        "imports of our own inside functions": str(sum(late_imports(source, names) for source in sources)),
        "signatures with `Any` somewhere": str(sum(map(signatures_with_any, sources))),
        "annotations that are `Any` (ANN401, its exceptions included)": str(sum(map(plain_any, sources))),
        "median file, lines": f"{median(lengths.values()):.0f}",
        "longest file, lines": f"{lengths[longest]} (`{longest}`)",
    }


def all_circles(imports: Imports) -> dict[str, list[tuple[str, ...]]]:
    """Return the circles among the children of each package that has any."""
    found = {package: circles(pairs) for package, pairs in sorted(sibling_imports(imports).items())}
    return {package: groups for package, groups in found.items() if groups}


def figures_table(today: Mapping[str, str], before: Mapping[str, str]) -> str:
    """Return both columns, as a table."""
    rows = [f"| {name} | {before.get(name, '—')} | {value} |" for name, value in today.items()]
    return "\n".join(["| | before (2026-11-29) | today |", "|---|---|---|", *rows])


def kept_figures(text: str) -> dict[str, str]:
    """Return the figures in a table of two columns."""
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return dict(row for row in rows if len(row) == 2)


def figures_page(root: Path) -> str:
    """Return the figures and the drawing of services.forms in another checkout."""
    configuration = read_configuration(root)
    imports = imports_of(root, configuration)
    contracts = {contract.container: contract for contract in layers(configuration)}
    rows = [f"| {name} | {value} |" for name, value in figures(root, imports).items()]
    return "\n".join(["|---|---|", *rows, drawing(contracts.get(FORMS, Layers(FORMS, ())), imports)])


def findings(imports: Imports, contracts: Iterable[Layers]) -> list[str]:
    """Return every circle and every import that climbs, by name."""
    lines = [
        f"- circle in `{package or 'the house'}`: {', '.join(f'`{name}`' for name in group)}"
        for package, groups in all_circles(imports).items()
        for group in groups
    ]
    lines += [
        f"- `{importer}` imports `{imported}` from a higher layer"
        for importer, imported in climbing(imports, contracts)
    ]
    return lines or ["No circle, and no import that climbs."]


def late_imports_by_file(configuration: Mapping) -> str:
    """Return where our own code is imported inside functions; Django asks for some of it (`AppConfig.ready`)."""
    names = root_packages(configuration)
    counts = {
        path.relative_to(ROOT).as_posix(): late_imports(path.read_text(encoding="utf-8"), names)
        for path in files(ROOT, names)
    }
    found = [f"`{path}` ({count})" for path, count in counts.items() if count]
    return f"\nImports of our own inside functions: {', '.join(found) or 'none'}."


def packages_table(configuration: Mapping) -> list[str]:
    """Return every package with what it says of itself; lines to the nearest hundred, so that the page seldom grows
    old.
    """
    rooms = packages(ROOT, files(ROOT, root_packages(configuration)))
    rows = [
        f"| [`{room.path}`](../../{room.path}/) | {room.docstring or '—'} | {room.modules} | {_about(room.lines)} |"
        for room in rooms
    ]
    return ["| directory | its first line | modules | lines, about |", "|---|---|---|---|", *rows]


def _about(lines: int) -> str:
    return str(round(lines, -2) or "< 50")


def drawing(contract: Layers, imports: Imports) -> str:
    """Return a container's packages on their floors, loose modules as one box;
    an arrow that others imply is left out.
    """
    shown = frozenset(
        (one, other) for one, other in imports if child(contract.container, one) and child(contract.container, other)
    )
    inside = {module for pair in shown for module in pair}
    nodes = {module: _node(contract.container, module, inside) for module in inside}
    arrows = {(nodes[one], nodes[other]) for one, other in shown} - {(node, node) for node in nodes.values()}
    arrows = {pair for pair in arrows if not DJANGO_FOLDERS - {"management"} & set(pair)}
    return "\n".join(
        [
            f"\n## {DRAWN[contract.container]}\n",
            "```mermaid",
            "flowchart TB",
            *_boxes(contract, {name for pair in arrows for name in pair}, _loose(contract.container, inside)),
            *(f"    {start} {_line(contract, start, end)} {end}" for start, end in sorted(needed(arrows))),
            "```\n",
        ]
    )


def _node(container: str, module: str, inside: Iterable[str]) -> str:
    name = child(container, module)
    return "loose" if name in _loose(container, inside) else name


def _loose(container: str, inside: Iterable[str]) -> set[str]:
    """Return the children of a container that are modules and no packages; a root package is none of them."""
    names = {child(container, module) for module in inside}
    prefix = f"{container}." if container else ""
    return {name for name in names if container and not any(it.startswith(f"{prefix}{name}.") for it in inside)}


def _boxes(contract: Layers, names: set[str], loose: set[str]) -> list[str]:
    lines = []
    for index, floor in enumerate(contract.floors):
        lines += [
            f'    subgraph floor{index} [" "]',
            "        direction LR",
            *(f"        {name}" for name in floor),
            "    end",
        ]
    outside = sorted(names - {name for floor in contract.floors for name in floor})
    return lines + [
        f"    {name}" if name != "loose" else f'    loose["{len(loose)} loose modules"]' for name in outside
    ]


def _line(contract: Layers, start: str, end: str) -> str:
    """Return a dotted line for an arrow that climbs."""
    prefix = f"{contract.container}." if contract.container else ""
    below, above = contract.floor_of(prefix + start), contract.floor_of(prefix + end)
    return "-.->" if below is not None and above is not None and below > above else "-->"


if __name__ == "__main__":
    main(sys.argv[1:])
