"""Runs parts of the portal side by side; when one of them ends, all end, and the one that ended is named.

Usage: BIND=127.0.0.1:8000 python .ci/together.py web worker
"""

import os
import shlex
import sys
from pathlib import Path

from honcho.manager import Manager

ROOT = Path(__file__).resolve().parents[1]
MANAGE = [sys.executable, str(ROOT / "manage.py")]
STOPPED_BY_A_PERSON = {130, 143}
"""How honcho tells that Ctrl-C or a signal ended it."""


def commands() -> dict[str, list[str]]:
    """The parts by name."""
    bind = os.environ.get("BIND", "127.0.0.1:8000")
    return {
        "web": [sys.executable, "-m", "gunicorn", "--config", str(ROOT / "site" / "config" / "gunicorn.py")],
        "worker": [*MANAGE, "worker"],
        "devweb": [*MANAGE, "runserver", bind],
        "devworker": [*MANAGE, "worker", "--reload"],
    }


def main(names: list[str]) -> int:
    """Run the parts until one ends or somebody stops them; 0 when somebody did."""
    known = commands()
    manager = Manager()
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    for name in names:
        manager.add_process(name, f"exec {shlex.join(known[name])}", env=environment, cwd=str(ROOT))
    manager.loop()
    if manager.returncode in STOPPED_BY_A_PERSON:
        return 0
    sys.stderr.write(
        "✗ Một phần của cổng đã tự dừng nên tất cả đã dừng; lý do ghi ở trên.\n"
        "  One part of the portal ended by itself, so all were stopped; the reason stands above.\n"
    )
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
