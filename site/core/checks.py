"""What `manage.py check --deploy` says of settings that are allowed and yet dangerous (core/deployment_risks.py)."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Info, Warning

from core.deployment_risks import CONSEQUENCES, HINT, Deployment, Risk, not_accepted, out_of_date

NUMBERS = {risk: f"core.W{number:03}" for number, risk in enumerate(Risk, start=1)}


def risks_are_accepted(**_told: Any) -> list[CheckMessage]:
    """A warning for each risk that nobody has accepted, a hint for each that is accepted and gone."""
    deployment = Deployment(
        trusted_proxies=settings.TRUSTED_PROXIES,
        scanner=settings.CLAMD_ADDR,
        database_engine=settings.DATABASES["default"]["ENGINE"],
        cache_backend=settings.CACHES["default"]["BACKEND"],
        mail_backend=settings.EMAIL_BACKEND,
    )
    found: list[CheckMessage] = [
        Warning(CONSEQUENCES[risk], hint=HINT.format(risk=risk), id=NUMBERS[risk])
        for risk in not_accepted(deployment, settings.ACCEPTED_RISKS)
    ]
    gone = ", ".join(out_of_date(deployment, settings.ACCEPTED_RISKS))
    if gone:
        found.append(Info(f"ACCEPTED_RISKS names what is no risk here any more: {gone}.", id="core.I001"))
    return found
