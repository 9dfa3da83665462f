"""Runs the parts of the tests one after another and says at the end what each took, and what it left out and why.

Usage: python .ci/tests.py all    (SQLite, PostgreSQL, Chromium)
       python .ci/tests.py fast   (one case of each test, on SQLite)
"""

import json
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTEST = [sys.executable, "-m", "pytest", "-n", "auto"]
NO_BROWSER = "--ignore=tests/e2e"
PARTS = {
    "all": {
        "SQLite": ["-p", "tests.coverage", "--durations=15", NO_BROWSER],
        "PostgreSQL": ["-p", "tests.postgres", "--durations=15", NO_BROWSER],
        "Chromium": ["--durations=15", "tests/e2e"],
    },
    "fast": {"SQLite": ["--quick"]},
}


@dataclass
class Part:
    """What one run of pytest did; nothing where it ended before the first test."""

    name: str
    code: int
    processor: float
    seconds: float = 0
    outcomes: dict[str, int] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)

    def lines(self) -> list[str]:
        """Return a line of the table, and one for each reason something was left out."""
        if not self.outcomes:
            return [f"{self.name:<11}{'ended before the first test, see above':>45}"]
        passed, failed = (self.outcomes.get(name, 0) for name in ("passed", "failed"))
        minutes, seconds = divmod(round(self.seconds), 60)
        first = (
            f"{self.name:<11}{passed:>7} passed{failed:>5} failed{minutes:>5}:{seconds:02} min{self.processor:>8.0f} s"
        )
        return [first, *(f"{count:>18} left out: {why}" for why, count in sorted(self.left_out.items()))]


def run(name: str, arguments: list[str]) -> Part:
    """Run one part of the tests."""
    with tempfile.TemporaryDirectory() as folder:
        summary = Path(folder) / "summary.json"
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [*PYTEST, *arguments, f"--summary={summary}"]
        print(f"» {name}: {' '.join(['pytest', *command[3:-1]])}", flush=True)
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        told = json.loads(summary.read_text(encoding="utf-8")) if summary.exists() else {}
        return Part(name, code, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, **told)


def main(kind: str) -> int:
    """Run the parts until one fails; its code, or 0."""
    done: list[Part] = []
    for name, arguments in PARTS[kind].items():
        done.append(run(name, arguments))
        if done[-1].code:
            break
    print("\nPhần / part    tests                     time   processor")
    print("\n".join(line for part in done for line in part.lines()), flush=True)
    return done[-1].code


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
