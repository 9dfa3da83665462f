"""Settings: each environment starts, production only with its secrets, and .env.example tells every variable."""

import json
import logging.config
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from config.settings.logs import LOGGING

ROOT = Path(__file__).resolve().parents[1]
PRODUCTION = {
    "SECRET_KEY": "made-up-for-this-test-and-long-enough-0123456789-abcdefghij",
    "DATABASE_URL": "sqlite://:memory:",
    "ALLOWED_HOSTS": "portal.example",
    "BASE_URL": "https://portal.example",
    "EMAIL_URL": "smtp://mail.example:25",
}
GUARDED = {"TRUSTED_PROXIES": "127.0.0.1", "CLAMD_ADDR": "unix:/run/clamav/clamd.ctl", "ACCEPTED_RISKS": "sqlite"}
CHECK = "from django.core.management import call_command as call; call('check', deploy=True, fail_level='WARNING')"


def start(environment: str, then: str = "", /, **variables: str) -> subprocess.CompletedProcess:
    """Start Django with one environment's settings in a process of its own, and run a line of Python there."""
    empty = dict.fromkeys(PRODUCTION, "") if environment == "production" else {}
    return subprocess.run(
        [sys.executable, "-c", f"import django; django.setup()\n{then}"],
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
    result = start("production", "import logging; logging.getLogger('x').warning('y %s', 1)", **PRODUCTION)
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


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "secret" * 20),
        ("SECRET_KEY", "django-insecure-0123456789abcdefghijklmnopqrstuvwxyz0123456789"),
        ("BASE_URL", "http://portal.example"),
    ],
)
def test_production_refuses_an_unsafe(name, value):
    result = start("production", **PRODUCTION | {name: value})
    assert result.returncode != 0
    assert name in result.stderr.strip().splitlines()[-1]


def test_production_has_nothing_a_deployment_is_warned_of():
    """Django's own list: cookies, HTTPS, headers, secrets; with the promises of our applications beside it."""
    result = start("production", CHECK, **PRODUCTION, **GUARDED)
    assert result.returncode == 0, result.stderr


def test_production_is_warned_of_every_risk_that_nobody_has_accepted():
    result = start("production", CHECK, **PRODUCTION)
    assert result.returncode != 0
    for risk in ("no-trusted-proxies", "no-virus-scanner", "sqlite"):
        assert f"adding {risk} to ACCEPTED_RISKS" in result.stderr


def test_cookies_of_production_belong_to_this_host_alone():
    """A name that begins with __Host- is taken by browsers only with Secure, the path / and no domain."""
    facts = ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE",
             "SESSION_COOKIE_DOMAIN", "CSRF_COOKIE_DOMAIN", "SESSION_COOKIE_PATH", "CSRF_COOKIE_PATH",
             "SESSION_COOKIE_HTTPONLY", "REQUIRE_STAFF_MFA", "DEMO")  # fmt: skip
    told = f"from django.conf import settings; print([getattr(settings, name) for name in {facts}])"
    result = start("production", told, **PRODUCTION)
    expected = ["__Host-session", "__Host-csrf", True, True, None, None, "/", "/", True, True, False]
    assert result.stdout.strip() == str(expected)


def test_env_example_tells_exactly_the_variables_that_are_read():
    sources = [path.read_text() for path in (ROOT / "site" / "config").rglob("*.py")]
    read = {name for source in sources for name in re.findall(r'\benv(?:\.\w+)?\(\s*"([A-Z_]+)"', source)}
    told = set(re.findall(r"^#?\s?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert told == read


def test_every_kind_of_delivery_has_words_for_administrators():
    assert set(settings.OUTBOX_KINDS) == set(settings.OUTBOX_HANDLERS)


def test_channels_of_messages_are_set_by_one_variable_and_are_none_by_default():
    words = "from django.conf import settings; print(settings.MESSAGE_CHANNELS)"
    empty = start("production", words, **PRODUCTION, MESSAGE_CHANNELS="")
    assert (empty.returncode, empty.stdout.strip()) == (0, "{}")
    told = start("production", words, **PRODUCTION, MESSAGE_CHANNELS="sms=a.b.Sms,zalo=a.Zalo")
    assert told.stdout.strip() == "{'sms': 'a.b.Sms', 'zalo': 'a.Zalo'}"
