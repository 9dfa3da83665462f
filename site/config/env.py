"""Environment variables: every one this project reads, typed, read once. Documented in .env.example.

A value is understood as it was meant – blanks, quotes or a carriage return around it do not count – or it is refused in
a sentence that names the variable. The sentence never holds the value: it may be a secret.
"""

import os
import re
import secrets
from collections.abc import Mapping, Sequence
from email.utils import parseaddr
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from config.env_file import read_env_file
from config.value_rules import URL_RULE, host_fault, url_fault

ROOT = Path(__file__).resolve().parents[2]
"""The folder of manage.py."""

VAR = ROOT / "var"
"""Everything a running site writes when no other place is configured."""


def refused(name: str, words: str) -> ImproperlyConfigured:
    """Return why a variable cannot be used."""
    return ImproperlyConfigured(f"{name} {words} See .env.example.")


class Variables:
    """Environment variables of which an empty one counts as not set (as in a compose file or a half-filled .env)."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment

    def secret(self, name: str) -> str:
        """Exactly as it is set: a secret that changes by a sign is another one. "" when it is not set."""
        return self._environment.get(name, "")

    def secrets(self, name: str) -> list[str]:
        """Return the same, several of them, separated by commas."""
        return [part.strip() for part in self.secret(name).split(",") if part.strip()]

    def text(self, name: str, default: str = "") -> str:
        """Without what a shell, a compose file or an editor left around it."""
        value = self._environment.get(name, "").strip()
        if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
            value = value[1:-1].strip()
        return value or default

    def parts(self, name: str, default: Sequence[str] = ()) -> list[str]:
        """Separated by commas, with or without blanks."""
        parts = [part.strip() for part in self.text(name).split(",")]
        return [part for part in parts if part] or [*default]

    def pairs(self, name: str) -> dict[str, str]:
        """`a=b, c=d`."""
        parts = [part.partition("=") for part in self.parts(name)]
        if not all(key.strip() and value.strip() for key, _sign, value in parts):
            raise refused(name, "must be written as name=value, separated by commas.")
        return {key.strip(): value.strip() for key, _sign, value in parts}

    def whole_number(self, name: str, default: int) -> int:
        """1 or more."""
        value = self.text(name, str(default))
        if not (value.isascii() and value.isdigit() and int(value)):
            raise refused(name, "must be a whole number, 1 or more.")
        return int(value)

    def choice(self, name: str, choices: Sequence[str]) -> str:
        """Return one of these words; the first when none is set."""
        value = self.text(name, choices[0])
        if value not in choices:
            raise refused(name, f"is one of {', '.join(choices)}.")
        return value

    def words(self, name: str, known: Sequence[str]) -> list[str]:
        """Some of these words, separated by commas."""
        found = self.parts(name)
        if not set(found) <= set(known):
            raise refused(name, f"holds some of these words, separated by commas: {', '.join(known)}.")
        return found

    def matching(self, name: str, default: str, pattern: str, words: str) -> str:
        """Return a text of a certain form, which `words` tell."""
        value = self.text(name, default)
        if not re.fullmatch(pattern, value, re.ASCII):
            raise refused(name, words)
        return value

    def folder(self, name: str, default: Path | None = None) -> str:
        """Return an absolute path; "" when none is set and there is none by default."""
        value = self.text(name, str(default or ""))
        if value and not Path(value).is_absolute():
            raise refused(name, "must be an absolute path, such as /srv/portal/media.")
        return value

    def url(self, name: str, default: str, schemes: Sequence[str]) -> str:
        """Return the address of a service, whose parts can be told from one another."""
        value = self.text(name, default)
        if url_fault(value, schemes):
            raise refused(name, URL_RULE.format(schemes=", ".join(sorted(schemes))))
        return value

    def origin(self, name: str, default: str, schemes: Sequence[str]) -> str:
        """Return a web address that is nothing but scheme, host and perhaps port."""
        value = self.text(name, default).rstrip("/")
        if url_fault(value, schemes) or value != f"{urlsplit(value).scheme}://{urlsplit(value).netloc}" or "@" in value:
            raise refused(
                name, f"must start with {schemes[0]}:// and name a host alone, such as https://dichvucong.example."
            )
        return value

    def contacts(self, name: str) -> list[str]:
        """Return addresses of people, each with its scheme (RFC 9116)."""
        found = self.parts(name)
        if not all(contact.startswith(("mailto:", "https:", "tel:")) for contact in found):
            raise refused(name, "must be addresses with mailto:, https: or tel:, separated by commas.")
        return found

    def sender(self, name: str, default: str) -> str:
        """Return an e-mail address, with or without a name before it."""
        value = self.text(name, default)
        if "@" not in parseaddr(value)[1]:
            raise refused(name, "must be an e-mail address, such as khong-tra-loi@portal.example.")
        return value

    def hosts(self, name: str, default: Sequence[str]) -> list[str]:
        """Return names of hosts, as a browser sends them."""
        found = self.parts(name, default)
        if any(map(host_fault, found)):
            raise refused(
                name, "must be host names separated by commas, without https://, port or path: a.example, b.example"
            )
        return found

    def networks(self, name: str) -> list[IPv4Network | IPv6Network]:
        """Return addresses and networks."""
        try:
            found = [ip_network(hop) for hop in self.parts(name)]
        except ValueError:
            words = "must be addresses or networks separated by commas, such as 127.0.0.1, 10.0.0.0/8."
            raise refused(name, words) from None
        if not all(network.prefixlen for network in found):
            raise refused(name, "must not name every address there is.")
        return found


read_env_file(ROOT / ".env", os.environ)
env = Variables(os.environ)


def persistent_secret() -> str:
    """Return a random secret for demo and development, made on first use and kept in var/ (never committed)."""
    path = VAR / "secret-key"
    if not path.exists():
        VAR.mkdir(exist_ok=True)
        path.write_text(secrets.token_urlsafe(50), encoding="ascii")
        path.chmod(0o600)
    return path.read_text(encoding="ascii")
