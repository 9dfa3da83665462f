"""Reads the committed content, and knows again what an earlier run made from it."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

CONTENT = Path(__file__).parent / "content"
FILES = Path(__file__).parent / "files"
NAMESPACE = UUID("6b0f1f0e-6a44-5b1c-9d3e-3d5b1f2c7a10")
"""Translation keys of demo objects come from it, so a page is known again after an editor renamed or moved it."""

Record = dict[str, Any]


@cache
def read(name: str) -> Any:  # noqa: ANN401 (every file has a shape of its own)
    """Return the content of one file, e.g. `terms`; the answer is shared, so it must not be changed."""
    return json.loads((CONTENT / f"{name}.json").read_text(encoding="utf-8"))


def services() -> Iterator[Record]:
    """Yield every service, department by department."""
    for path in sorted((CONTENT / "services").glob("*.json")):
        yield from read(f"services/{path.stem}")


def key(kind: str, slug: str) -> UUID:
    """Return the translation key of a demo object: the same in every run and in every language."""
    return uuid5(NAMESPACE, f"{kind}/{slug}")


def day(text: str | None) -> date | None:
    """Return a date of the content; unknown stays unknown."""
    return date.fromisoformat(text) if text else None
