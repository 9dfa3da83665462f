"""Whether an act is in force on a day: a pure rule over its two dates. Unknown stays unknown."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext, pgettext_lazy

from core.i18n import written_day

ENDS_SOON = timedelta(days=60)


class LawState(models.TextChoices):
    IN_FORCE = "in_force", pgettext_lazy("law", "in force")
    NOT_YET = "not_yet", pgettext_lazy("law", "not in force yet")
    ENDED = "ended", pgettext_lazy("law", "no longer in force")
    UNKNOWN = "unknown", pgettext_lazy("law", "day of entry into force not known")


@dataclass(frozen=True)
class Standing:
    """A state, and the day on which it began or is to begin; None where that day says nothing or is not known."""

    state: LawState
    since: date | None = None

    @property
    def may_be_cited(self) -> bool:
        """Return whether it holds as far as anybody knows."""
        return self.state in {LawState.IN_FORCE, LawState.UNKNOWN}

    @property
    def in_words(self) -> str:
        """The state in a few words: "hết hiệu lực từ 1/7/2026"."""
        if self.since is None or self.state not in {LawState.NOT_YET, LawState.ENDED}:
            return str(self.state.label)
        said = gettext("no longer in force since {day}")
        if self.state is LawState.NOT_YET:
            said = gettext("in force from {day}")
        return said.format(day=written_day(self.since))


def standing(*, in_force_from: date | None, in_force_to: date | None, on: date) -> Standing:
    """Return how an act stands on a day; `in_force_to` is its last day."""
    if in_force_to is not None and in_force_to < on:
        return Standing(LawState.ENDED, in_force_to + timedelta(days=1))
    if in_force_from is None:
        return Standing(LawState.UNKNOWN)
    return Standing(LawState.IN_FORCE if in_force_from <= on else LawState.NOT_YET, in_force_from)


def ends_soon(in_force_to: date | None, *, on: date) -> bool:
    """Return whether an act is in force and will not be in sixty days."""
    return in_force_to is not None and on <= in_force_to <= on + ENDS_SOON
