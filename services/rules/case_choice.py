"""Which case are you? The question a service page asks when papers, fees or time limits depend on the case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import pgettext

from services.rules.cases import find_case

FEW = 6
"""Up to this many cases stand open on the page; more are folded away."""


@dataclass(frozen=True)
class CaseOption:
    """One case, with its value in the address."""

    value: str
    text: str
    is_chosen: bool


@dataclass(frozen=True)
class CaseChoice:
    """The question with its answer: the key and the name of a case, "" while every case is shown. `is_unknown` warns of
    a wrong answer.
    """

    parameter: str
    options: list[CaseOption]
    key: str
    chosen: str
    is_unknown: bool

    @property
    def is_open(self) -> bool:
        return not self.chosen and len(self.options) <= FEW


def case_choice(cases: Mapping[str, str], request: HttpRequest | None) -> CaseChoice:
    """Return the cases by their keys, with the one the address asks for."""
    parameter = pgettext("name of a parameter in an address", "case")
    asked = request.GET.get(parameter, "") if request else ""
    key = find_case(cases, asked)
    return CaseChoice(
        parameter=parameter,
        options=_options(cases.items(), key),
        key=key,
        chosen=cases.get(key, ""),
        is_unknown=bool(asked) and not key,
    )


def _options(cases: Iterable[tuple[str, str]], chosen: str) -> list[CaseOption]:
    return [CaseOption(key, name, key == chosen) for key, name in cases]
