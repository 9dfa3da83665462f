"""What a portal in production should not be without: each lack is a risk, which whoever runs it may accept by name."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Risk(StrEnum):
    """The names that ACCEPTED_RISKS may hold."""

    NO_TRUSTED_PROXIES = "no-trusted-proxies"
    NO_VIRUS_SCANNER = "no-virus-scanner"
    SQLITE = "sqlite"
    LOCAL_CACHE = "local-cache"
    NO_MAIL = "no-mail"


@dataclass(frozen=True)
class Deployment:
    """What of the settings the rules look at."""

    trusted_proxies: Collection[object]
    scanner: str
    database_engine: str
    cache_backend: str
    mail_backend: str


CONSEQUENCES: Mapping[Risk, str] = {
    Risk.NO_TRUSTED_PROXIES: (
        "TRUSTED_PROXIES is not set: behind a proxy all visitors count as one, and share every limit of attempts."
    ),
    Risk.NO_VIRUS_SCANNER: "CLAMD_ADDR is not set: files of citizens are handed to officers without a virus scan.",
    Risk.SQLITE: ("DATABASE_URL names SQLite: one writer at a time, and nothing guards the audit. Use PostgreSQL."),
    Risk.LOCAL_CACHE: (
        "CACHE_URL names a cache that each process has for itself: limits of attempts hold for each process alone."
    ),
    Risk.NO_MAIL: "EMAIL_URL names no mail server: nobody gets a mail, and codes stand where others may read them.",
}
HINT = "Set it, or accept this by adding {risk} to ACCEPTED_RISKS. See docs/operations.md."


def risks_of(deployment: Deployment) -> list[Risk]:
    """Return the risks this deployment runs, accepted or not."""
    runs = {
        Risk.NO_TRUSTED_PROXIES: not deployment.trusted_proxies,
        Risk.NO_VIRUS_SCANNER: not deployment.scanner,
        Risk.SQLITE: deployment.database_engine.endswith("sqlite3"),
        Risk.LOCAL_CACHE: "locmem" in deployment.cache_backend or "dummy" in deployment.cache_backend,
        Risk.NO_MAIL: not deployment.mail_backend.endswith("smtp.EmailBackend"),
    }
    return [risk for risk in Risk if runs[risk]]


def not_accepted(deployment: Deployment, accepted: Collection[str]) -> list[Risk]:
    """Return those nobody has answered for."""
    return [risk for risk in risks_of(deployment) if risk not in accepted]


def out_of_date(deployment: Deployment, accepted: Collection[str]) -> list[Risk]:
    """Accepted ones this deployment does not run any more: the next time, nobody would be warned."""
    return [risk for risk in Risk if risk in accepted and risk not in risks_of(deployment)]
