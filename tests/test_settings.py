"""Settings: each environment starts, production only with its secrets, and .env.example tells every variable."""

import json
import logging.config
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from config.settings.logs import LOGGING

ROOT = Path(__file__).resolve().parents[1]
PRODUCTION = {
    "SECRET_KEY": "made-up-for-this-test-and-long-enough-0123456789-abcdefghij",
    "DATABASE_URL": "sqlite://:memory:",
    "ALLOWED_HOSTS": "portal.example",
    "BASE_URL": "https://portal.example",
    "EMAIL_URL": "smtp://mail.example:25",
}


def start(environment: str, *, then: str = "", **variables: str) -> subprocess.CompletedProcess:
    """Start Django with one environment's settings in a process of its own."""
    empty = dict.fromkeys(PRODUCTION, "") if environment == "production" else {}
    return subprocess.run(
        [sys.executable, "-c", f"import django; django.setup(); {then}"],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site")]),
            "DJANGO_SETTINGS_MODULE": f"config.settings.{environment}",
            **empty,
            **variables,
        },
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("environment", ["demo", "dev", "test"])
def test_environment_starts_without_any_variable(environment):
    result = start(environment)
    assert result.returncode == 0, result.stderr


def test_production_starts_with_its_secrets():
    result = start("production", **PRODUCTION)
    assert result.returncode == 0, result.stderr


def test_production_logs_in_json():
    result = start("production", then="import logging; logging.getLogger('x').warning('y %s', 1)", **PRODUCTION)
    line = json.loads(result.stderr.splitlines()[-1])
    assert (line["logger"], line["message"], line["request_id"]) == ("x", "y 1", "-")


def test_erasure_is_settled_by_a_word_that_is_known():
    assert "ERASURE_OF_ENDED is one of" in start("test", ERASURE_OF_ENDED="forget").stderr


def test_what_a_visitor_did_wrong_is_logged_in_one_line_and_our_own_fault_with_its_traceback(capsys):
    logging.config.dictConfig(LOGGING)
    try:
        raise ValueError
    except ValueError:
        logging.getLogger("django.security.DisallowedHost").exception("a foreign host")
        assert len(capsys.readouterr().err.splitlines()) == 1
        logging.getLogger("django.request").exception("a fault")
        assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("name", PRODUCTION)
def test_production_refuses_to_start_without(name):
    result = start("production", **PRODUCTION | {name: ""})
    assert result.returncode != 0
    last_line = result.stderr.strip().splitlines()[-1]
    assert "ImproperlyConfigured" in last_line
    assert name in last_line
    assert ".env.example" in last_line


@pytest.mark.parametrize(("name", "value"), [("SECRET_KEY", "short"), ("BASE_URL", "http://portal.example")])
def test_production_refuses_an_unsafe(name, value):
    result = start("production", **PRODUCTION | {name: value})
    assert result.returncode != 0
    assert name in result.stderr.strip().splitlines()[-1]


def test_env_example_tells_exactly_the_variables_that_are_read():
    sources = [path.read_text() for path in (ROOT / "site" / "config").rglob("*.py")]
    read = {name for source in sources for name in re.findall(r'\benv(?:\.\w+)?\(\s*"([A-Z_]+)"', source)}
    told = set(re.findall(r"^#?\s?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert told == read
