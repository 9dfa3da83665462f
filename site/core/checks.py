"""What `manage.py check` says of names on page types that lead nowhere (core/dotted_path.py), and of acts that no row
will ever have (core/law_records.py).

With `--deploy` also of settings that are allowed and yet dangerous (core/deployment_risks.py).
"""

import re
from collections.abc import Iterator
from inspect import signature
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Info, Warning
from django.template import engines
from django.utils.module_loading import import_string

from core.deployment_risks import CONSEQUENCES, HINT, Deployment, Risk, not_accepted, out_of_date
from core.dotted_path import DottedPath
from core.law_records import records
from core.models import BasePage

PRESENTER = "presenter"
LAW_TAG = re.compile(r"""{%-?\s*law(?:_text)?\s+["']([^"']*)["']""")
NUMBERS = {risk: f"core.W{number:03}" for number, risk in enumerate(Risk, start=1)}


def risks_are_accepted(**_told: Any) -> list[CheckMessage]:
    """Return a warning for each risk that nobody has accepted, a hint for each that is accepted and gone."""
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


def pages_name_what_exists(**_told: Any) -> list[CheckMessage]:
    """Return an error for each name on a page type that leads nowhere, or to a presenter that takes no (page,
    request).
    """
    return [
        Error(f"{model._meta.label}.{name} names {named.path}: {problem}.", id="core.E001")
        for model in apps.get_models()
        if issubclass(model, BasePage)
        for name, named in named_by(model).items()
        if (problem := problem_of(name, named))
    ]


def templates_name_known_acts(**_told: Any) -> list[CheckMessage]:
    """Return an error for each act that a template names by a key the software does not know."""
    return [
        Error(f"{path} names the act {key!r}, which is not in site/core/laws.json.", id="core.E002")
        for path in template_files()
        for key in LAW_TAG.findall(path.read_text(encoding="utf-8"))
        if key not in records()
    ]


def template_files() -> Iterator[Path]:
    """Yield every template of ours."""
    for engine in engines.all():
        for folder in engine.dirs:
            yield from (path for path in sorted(Path(folder).rglob("*")) if path.suffix in {".html", ".txt"})


def named_by(model: type[BasePage]) -> dict[str, DottedPath]:
    """Return everything a page type names, by the name of the attribute."""
    found = {name: value for base in reversed(model.__mro__) for name, value in vars(base).items()}
    return {name: value for name, value in found.items() if isinstance(value, DottedPath)}


def problem_of(name: str, named: DottedPath) -> str:
    """Return what is wrong with one name; "" when nothing is."""
    try:
        found = import_string(named.path)
        if name == PRESENTER:
            signature(found).bind("page", "request")
    except (ImportError, TypeError) as error:
        return str(error).rstrip(".")
    return ""
