"""`make run` and `make dev` start their parts side by side and end them together."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_when_a_part_ends_by_itself_all_end_and_it_is_told():
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings.there_is_no_such", "BIND": "127.0.0.1:0"}
    result = subprocess.run(
        [sys.executable, ".ci/start.py", "Procfile"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == 1
    assert "there_is_no_such" in result.stdout
    assert "web stopped" in result.stdout
    assert "worker stopped" in result.stdout
    assert "Một phần của cổng đã tự dừng" in result.stderr
