"""Runs what a Procfile names side by side; when one process ends, all end, and the one that ended is named.

Usage: BIND=127.0.0.1:8000 python .ci/start.py Procfile
"""

import os
import sys
from pathlib import Path

from honcho.environ import parse_procfile
from honcho.manager import Manager

ROOT = Path(__file__).resolve().parents[1]
STOPPED_BY_A_PERSON = {130, 143}
"""How honcho tells that Ctrl-C or a signal ended it."""


def main(procfile: str) -> int:
    """Run the processes until one ends or somebody stops them; 0 when somebody did.

    Not `honcho start`: that reads .env in a way of its own, and tells a wanted end as an error.
    """
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    manager = Manager()
    for name, command in parse_procfile((ROOT / procfile).read_text(encoding="utf-8")).processes.items():
        manager.add_process(name, command, env=os.environ | {"PATH": path, "PYTHONUNBUFFERED": "1"}, cwd=str(ROOT))
    manager.loop()
    if manager.returncode in STOPPED_BY_A_PERSON:
        return 0
    sys.stderr.write(
        "✗ Một phần của cổng đã tự dừng nên tất cả đã dừng; lý do ghi ở trên.\n"
        "  One part of the portal ended by itself, so all were stopped; the reason stands above.\n"
    )
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
