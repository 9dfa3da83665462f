"""The made-up records of this folder: every shape a national record comes in, in words of our own."""

import copy
import json
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("records.jsonl")


def made_up(code: str, **changes: Any) -> dict[str, Any]:
    """The first record of that code, changed."""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if f'"code": "{code}"' in line or f'"code": " {code}"' in line:
            return {**copy.deepcopy(json.loads(line)), **changes}
    raise KeyError(code)


def written(folder: Path, *records: dict[str, Any]) -> Path:
    """A file of these records."""
    path = folder / "records.jsonl"
    path.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in records), encoding="utf-8")
    return path
