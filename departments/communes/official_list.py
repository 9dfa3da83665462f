"""The communes and wards of the province as the statistics office lists them; the file says where they are from."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("communes.json")


@dataclass(frozen=True)
class Commune:
    """One of them: "Phường Hạc Thành", 14797. `since`: the day it was formed; None for one that was left as it was."""

    code: str
    name: str
    since: date | None

    @property
    def committee(self) -> str:
        """The name of its people's committee, which handles what the commune handles."""
        return f"Ủy ban nhân dân {self._inside_a_sentence}"

    @property
    def short_committee(self) -> str:
        return f"UBND {self._inside_a_sentence}"

    @property
    def _inside_a_sentence(self) -> str:
        return self.name[:1].lower() + self.name[1:]


@cache
def _file() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return data


def official_communes() -> list[Commune]:
    """Return all of them in the order of the list."""
    since = date.fromisoformat(_file()["in_force"])
    return [Commune(row["code"], row["name"], since if row["is_new"] else None) for row in _file()["communes"]]
