"""What became of each record of an import."""

from collections import Counter
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.json_types import JSON


class Outcome(models.TextChoices):
    """What became of one record; the values stand in the last line of the command."""

    CREATED = "created", _("page made")
    UPDATED = "updated", _("page changed, or a difference to decide on")
    UNCHANGED = "unchanged", _("nothing new")
    REFUSED = "refused", _("no page")


@dataclass
class Result:
    """One record and what became of it; `reason` says why it was refused, or why its page is not published."""

    code: str
    name: str
    outcome: Outcome
    reason: str = ""
    is_published: bool = False
    page: int | None = None
    changed: list[str] = field(default_factory=list)
    """What was written into the page, by fields and kinds of rows."""
    to_decide: list[str] = field(default_factory=list)
    """What the editors of the page have to decide."""
    oddities: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, JSON]:
        """Return it as one line of a report."""
        return {
            "code": self.code,
            "name": self.name,
            "outcome": self.outcome.value,
            "reason": self.reason,
            "published": self.is_published,
            "page": self.page,
            "changed": self.changed,
            "to_decide": self.to_decide,
            "oddities": self.oddities,
        }


def last_line(counts: Counter[Outcome]) -> str:
    """Return the line a script reads, in English whatever the language."""
    return ", ".join(f"{outcome.value} {counts[outcome]}" for outcome in Outcome)
