"""The rule of the clock as a value: every number the law gives, as it held on a day, with where each comes from.

Which numbers hold when is content (models/clock_rule.py); none of them stands in code.
"""

from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum


class Resume(StrEnum):
    """What becomes of the time limit when papers that were asked for are complete."""

    RESTART = "restart"
    """It runs anew from the beginning, where the request was the first and came in time."""
    CONTINUE = "continue"
    """It goes on; the days of waiting do not count."""


class Closing(StrEnum):
    """Who ends a dossier whose papers did not come in time."""

    STAFF = "staff"
    AUTOMATIC = "automatic"


@dataclass(frozen=True)
class RuleSource:
    """Where one number of the rule comes from: the key of the act, its article, and how sure that is."""

    about: str
    law: str = ""
    article: str = ""
    certainty: str = ""


@dataclass(frozen=True)
class ClockRule:
    """What holds for one dossier. None stands for a number that nobody has set.

    `request_days`: working days after acceptance by whose end a first request has to be made to restart the limit.
    `reply_days`: calendar days for the reply. `intake_hours`: working hours to look at what was filed.
    `officers_told_hours`: hours within which officers are told of a filing. `handed_on_until`: the hour after which a
    dossier is handed on at the beginning of the next working day. `extensions`: how often a date may be put off, at the
    latest `extension_days_before` days before the day it is due. `early_requests_count`: a request before acceptance is
    the first. `late_acceptance_waits`: what is accepted after hours counts as accepted the next working morning.
    """

    resume: Resume
    request_days: int | None
    reply_days: int | None
    closing: Closing
    intake_hours: int
    officers_told_hours: int
    handed_on_until: time
    extensions: int
    extension_days_before: int
    payment_pauses: bool
    early_requests_count: bool
    late_acceptance_waits: bool
    second_request_is_late: bool
    sources: tuple[RuleSource, ...] = ()

    @property
    def restarts(self) -> bool:
        """Whether any request may restart the limit at all."""
        return self.resume is Resume.RESTART and self.request_days is not None

    def with_resume_of(self, other: "ClockRule") -> "ClockRule":
        """Return this rule; where the other one goes on after a request, this one does so too."""
        kept = [source for source in other.sources if source.about == "resume"]
        rest = [source for source in self.sources if source.about != "resume"]
        return replace(self, resume=other.resume, sources=(*kept, *rest)) if other.resume is Resume.CONTINUE else self
