"""Which case are you? The question a service page asks when papers, fees or time limits depend on the case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import pgettext

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
    """The question with its answer. `chosen` is "" while every case is shown; `is_unknown` warns of a wrong answer."""

    parameter: str
    options: list[CaseOption]
    chosen: str
    is_unknown: bool

    @property
    def is_open(self) -> bool:
        return not self.chosen and len(self.options) <= FEW


def case_choice(cases: Mapping[str, str], request: HttpRequest | None) -> CaseChoice:
    """Return the cases by their short names, with the one the address asks for."""
    parameter = pgettext("name of a parameter in an address", "case")
    asked = request.GET.get(parameter, "") if request else ""
    return CaseChoice(
        parameter=parameter,
        options=_options(cases.items(), asked),
        chosen=cases.get(asked, ""),
        is_unknown=bool(asked) and asked not in cases,
    )


def _options(cases: Iterable[tuple[str, str]], asked: str) -> list[CaseOption]:
    return [CaseOption(value, text, value == asked) for value, text in cases]
