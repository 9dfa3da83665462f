"""How complete a service page is, in percent, and what it still lacks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from services.rules.choices import Level
from services.rules.levels import MissingPart, ServiceFacts, missing

PROMISE_WEIGHT = 2
"""A part the level promises counts twice as much as a recommended one."""


class RecommendedPart(models.TextChoices):
    """What no level asks for but a good page has, and the message when it is not there."""

    SUMMARY = "summary", _("Write a summary in plain words.")
    PROCEDURE_CODE = "procedure_code", _("Give the procedure code of the national database.")
    DECISION = "decision", _("Name the decision that published the procedure.")
    LEGAL_BASES = "legal_bases", _("List the legal documents the service rests on.")
    ALT_NAMES = "alt_names", _("Add the words citizens use for this service.")
    SOURCE = "source_url", _("Give the address of the source.")
    REVIEWED_ON = "reviewed_on", _("Say when the page was last reviewed.")

    @property
    def field(self) -> str:
        """The field of a page, or the kind of its rows, where it is given."""
        return {RecommendedPart.DECISION: "decision_number"}.get(self, self.value)


@dataclass(frozen=True)
class RecommendedFacts:
    """The recommended parts of a page; the defaults are those of an empty page."""

    summary: str = ""
    procedure_code: str = ""
    decision_number: str = ""
    legal_bases: int = 0
    alt_names: str = ""
    source_url: str = ""
    reviewed_on: date | None = None


class Gap(NamedTuple):
    """One thing that is missing; `level` is the level that promises it, None when it is only recommended."""

    part: MissingPart | RecommendedPart
    level: Level | None

    @property
    def message(self) -> str:
        """What the editor is asked to do, in the language in force."""
        return str(self.part.label)


class Completeness(NamedTuple):
    """0 to 100 percent, and the gaps, promises first."""

    percent: int
    gaps: list[Gap]


def completeness(facts: ServiceFacts, recommended: RecommendedFacts, claimed: Level | None) -> Completeness:
    """Return how much of what the claimed level promises (level 1 when none is claimed) and of what is recommended is
    there.

    Rounded down: 100 means that nothing is missing. A page never grows less complete by filling in a part.
    """
    level = claimed or Level.ONE
    promised = missing(ServiceFacts(on=facts.on), level)
    broken = [Gap(part, at) for part, at in missing(facts, level)]
    unsaid = [Gap(part, None) for part, is_there in _RECOMMENDED.items() if not is_there(recommended)]
    total = PROMISE_WEIGHT * len(promised) + len(_RECOMMENDED)
    lacking = PROMISE_WEIGHT * len(broken) + len(unsaid)
    return Completeness(100 * (total - lacking) // total, broken + unsaid)


_RECOMMENDED: dict[RecommendedPart, Callable[[RecommendedFacts], bool]] = {
    RecommendedPart.SUMMARY: lambda facts: bool(facts.summary.strip()),
    RecommendedPart.PROCEDURE_CODE: lambda facts: bool(facts.procedure_code.strip()),
    RecommendedPart.DECISION: lambda facts: bool(facts.decision_number.strip()),
    RecommendedPart.LEGAL_BASES: lambda facts: facts.legal_bases > 0,
    RecommendedPart.ALT_NAMES: lambda facts: bool(facts.alt_names.strip()),
    RecommendedPart.SOURCE: lambda facts: bool(facts.source_url.strip()),
    RecommendedPart.REVIEWED_ON: lambda facts: facts.reviewed_on is not None,
}
