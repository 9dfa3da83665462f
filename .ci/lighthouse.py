"""Lighthouse: measures some pages of a site of its own as a phone sees them, and writes docs/lighthouse.md.

Usage: PYTHONPATH=. python .ci/lighthouse.py

Needs Node, npm and Chromium, which the portal itself does not; Lighthouse is installed into var/lighthouse.
"""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any

from tests.e2e.running import ROOT, demo_site

VERSION = "12.8.2"
"""The newest that runs on the Node of Debian 12 (18.20)."""
PLACE = ROOT / "var" / "lighthouse"
PROGRAM = PLACE / "node_modules" / "lighthouse"
REPORT = ROOT / "docs" / "lighthouse.md"
TEMPLATE = Path(__file__).with_name("lighthouse.md")
PACKAGES = {"node": "nodejs", "npm": "npm", "chromium": "chromium"}
"""Debian's package of each program that is needed."""
PAGES = {
    "Trang chủ": "/",
    "Danh sách dịch vụ": "/dich-vu/",
    "Một dịch vụ": "/dich-vu/dang-ky-thuong-tru/",
    "Một bài hướng dẫn": "/huong-dan/bon-muc-do-dich-vu-cong/",
}
MARKS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The least that each page must reach, of 100."""
RUNS = 3
"""A busy machine disturbs single runs: performance is the median, the other marks must be reached every time."""
CHROMIUM_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync"
    " --disable-background-networking --disable-component-update"
)
KILOBYTE = 1024

Audit = dict[str, Any]


@dataclass(frozen=True)
class Measured:
    """A page with the reports of all its runs."""

    name: str
    path: str
    runs: list[dict[str, Any]]

    def score(self, category: str) -> int:
        """Of 100; the median of performance, the worst of anything else."""
        scores = [round(run["categories"][category]["score"] * 100) for run in self.runs]
        return int(median(scores)) if category == "performance" else min(scores)

    def value(self, audit: str) -> float:
        return median(run["audits"][audit]["numericValue"] for run in self.runs)

    def requests(self) -> int:
        return max(len(run["audits"]["network-requests"]["details"]["items"]) for run in self.runs)

    def shortcomings(self) -> Iterator[str]:
        """Yield one line for each mark that was missed, with what Lighthouse holds against the page."""
        for category, mark in MARKS.items():
            if self.score(category) < mark:
                weighty = {ref["id"] for ref in self.runs[0]["categories"][category]["auditRefs"] if ref["weight"]}
                audits = [audit for run in self.runs for audit in run["audits"].values() if audit["id"] in weighty]
                titles = {audit["title"] for audit in audits if audit["score"] is not None and audit["score"] < 1}
                yield f"{self.path}: {category} {self.score(category)} < {mark}: {'; '.join(sorted(titles))}"


def main() -> None:
    """Measure, write the report, and end with what is missing from the marks."""
    require(*PACKAGES)
    install()
    with tempfile.TemporaryDirectory() as folder, demo_site(Path(folder)) as site:
        measured = [
            Measured(name, path, [run(site.address + path) for _ in range(RUNS)]) for name, path in PAGES.items()
        ]
    REPORT.write_text(report(measured), encoding="utf-8")
    print(table(measured))
    shortcomings = [line for page in measured for line in page.shortcomings()]
    if shortcomings:
        raise SystemExit("\n".join(f"✗ {line}" for line in shortcomings))


def require(*programs: str) -> None:
    """End, saying how to get them, unless these programs are there."""
    missing = [PACKAGES[name] for name in programs if not program(name)]
    if missing:
        raise SystemExit(f"✗ Lighthouse cần / needs: apt-get install {' '.join(missing)}")


def program(name: str) -> str:
    """Return where a program stands; "" when it is missing."""
    return shutil.which(name) or ""


def install() -> None:
    """Put the pinned Lighthouse into var/, unless it is there."""
    manifest = PROGRAM / "package.json"
    if manifest.exists() and json.loads(manifest.read_text(encoding="utf-8"))["version"] == VERSION:
        return
    print(f"» Đang cài Lighthouse {VERSION} vào var/lighthouse …\n  Installing it …", flush=True)
    PLACE.mkdir(parents=True, exist_ok=True)
    command = [
        program("npm"),
        "install",
        "--prefix",
        str(PLACE),
        "--no-save",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]
    subprocess.run([*command, f"lighthouse@{VERSION}"], check=True)


def run(url: str) -> dict[str, Any]:
    """Lighthouse's own report of one run with its default settings: a slow phone on a slow network, nothing cached."""
    print(f"» {url}", flush=True)
    command = [program("node"), str(PROGRAM / "cli" / "index.js"), url, "--quiet", "--output=json"]
    command += [f"--chrome-flags={CHROMIUM_FLAGS}", "--no-enable-error-reporting"]
    environment = os.environ | {"CHROME_PATH": program("chromium")}
    result = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    found = json.loads(result.stdout)
    if error := found.get("runtimeError"):
        raise SystemExit(f"✗ Lighthouse: {error['message']}")
    return found


def report(measured: list[Measured]) -> str:
    """Return the text of docs/lighthouse.md."""
    return TEMPLATE.read_text(encoding="utf-8").format(
        table=table(measured),
        runs=RUNS,
        lighthouse=measured[0].runs[0]["lighthouseVersion"],
        chromium=chromium_version(),
        day=datetime.now().astimezone().date().isoformat(),
        marks=" / ".join(str(mark) for mark in MARKS.values()),
    )


def chromium_version() -> str:
    """Such as 140.0.7339.80; what a browser says of itself in its requests is rounded."""
    told = subprocess.run([program("chromium"), "--version"], capture_output=True, text=True, check=True).stdout
    return told.split()[1]


def table(measured: list[Measured]) -> str:
    """Return one line per page, in Markdown."""
    head = "| Trang | Hiệu năng | Tiếp cận | Thực hành tốt | SEO | FCP | LCP | TBT | CLS | Tải về | Yêu cầu |"
    return "\n".join([head, "|---|" + "---:|" * 10, *(line(page) for page in measured)])


def line(page: Measured) -> str:
    """Return one page: its marks, then what was measured, with the decimal comma of Vietnamese."""
    seconds = [f"{page.value(audit) / 1000:.1f} s" for audit in ("first-contentful-paint", "largest-contentful-paint")]
    shift = f"{page.value('cumulative-layout-shift'):.3f}"
    cells = [
        f"{page.name} `{page.path}`",
        *(str(page.score(category)) for category in MARKS),
        *(text.replace(".", ",") for text in seconds),
        f"{page.value('total-blocking-time'):.0f} ms",
        shift.replace(".", ","),
        f"{page.value('total-byte-weight') / KILOBYTE:.0f} KB",
        str(page.requests()),
    ]
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
