"""Golden answers: whole documents in tests/api/contract/, rewritten only with `pytest --rewrite-contract`."""

import json
import re
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "contract"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
ADDRESS = re.compile(r"(/api/v2/|/)(services|departments|pages|documents|images|tai-lieu)/(\d+)/")
FILE = re.compile(r"_[A-Za-z0-9]{7}(\.[a-z]{3,4})")
KINDS = {"documents": "document", "tai-lieu": "document", "images": "image"}


class Stable:
    """The same document in every run: ids are counted from 1 in the order they appear, moments are one moment."""

    def __init__(self) -> None:
        self.seen: dict[tuple[str, int], int] = {}

    def number(self, kind: str, pk: int) -> int:
        return self.seen.setdefault((kind, pk), len(self.seen) + 1)

    def text(self, value: str) -> str:
        value = MOMENT.sub("2026-07-18T08:00:00+07:00", FILE.sub(r"\1", value))
        return ADDRESS.sub(
            lambda match: f"{match[1]}{match[2]}/{self.number(KINDS.get(match[2], 'page'), int(match[3]))}/", value
        )

    def of(self, value: Any) -> Any:
        match value:
            case dict():
                return {key: self.member(key, member, value) for key, member in value.items()}
            case list():
                return [self.of(member) for member in value]
            case str():
                return self.text(value)
            case _:
                return value

    def member(self, key: str, value: Any, owner: dict[str, Any]) -> Any:
        return self.number(kind_of(owner), value) if key == "id" and isinstance(value, int) else self.of(value)


def kind_of(owner: dict[str, Any]) -> str:
    """Of what kind the id of an object is: pages share one row of ids, files and pictures have their own."""
    if "width" in owner or "Image" in str(owner.get("meta", {}).get("type")):
        return "image"
    return "document" if "is_sample" in owner else "page"


def check(name: str, document: dict[str, Any], rewrite: bool) -> None:
    """Compare an answer with its golden file, or write that file."""
    path = FOLDER / f"{name}.json"
    stable = Stable().of(document)
    if rewrite:
        path.write_text(json.dumps(stable, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert stable == json.loads(path.read_text(encoding="utf-8")), (
        f"{path.name}: pytest --rewrite-contract, then read it"
    )
