"""Environment variables: every one this project reads, typed, read once. Documented in .env.example."""

import secrets
from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parents[2]
"""The folder of manage.py."""

VAR = ROOT / "var"
"""Everything a running site writes when no other place is configured."""


class Variables(environ.Env):
    """Environment variables of which an empty one counts as not set (as in a compose file or a half-filled .env)."""

    def get_value(self, var, cast=None, default=environ.Env.NOTSET, parse_default=False):
        if self.ENVIRON.get(var) == "" and default is not self.NOTSET:
            return default
        return super().get_value(var, cast=cast, default=default, parse_default=parse_default)


env = Variables()
env.read_env(ROOT / ".env")


def persistent_secret() -> str:
    """A random secret for demo and development, made on first use and kept in var/ (never committed)."""
    path = VAR / "secret-key"
    if not path.exists():
        VAR.mkdir(exist_ok=True)
        path.write_text(secrets.token_urlsafe(50), encoding="ascii")
        path.chmod(0o600)
    return path.read_text(encoding="ascii")
