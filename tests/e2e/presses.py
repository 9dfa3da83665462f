"""How often people of the editors' area press for a task: never more than promised, and what docs/developers/presses.md
says. With --screenshots the figures are written there anew.
"""

import re
from pathlib import Path

from tests.e2e.staff import Staff

TOLD = Path(__file__).resolve().parents[2] / "docs" / "developers" / "presses.md"
MOST = {"a fee is changed": 7, "a paper is added": 7, "a service of 63 fields and 20 rows is made": 60}


def keeps_to_its_presses(person: Staff, task: str) -> None:
    pressed = person.pressed
    assert pressed <= MOST[task]
    if person.pictures:
        TOLD.write_text(_row(task).sub(rf"\g<1>{pressed}\g<2>", TOLD.read_text(encoding="utf-8")), encoding="utf-8")
    told = _row(task).search(TOLD.read_text(encoding="utf-8"))
    assert told, task
    assert told[0] == f"| {task} | {pressed} | {MOST[task]} |"


def _row(task: str) -> re.Pattern[str]:
    return re.compile(rf"(\| {re.escape(task)} \| )\d+( \| \d+ \|)")
