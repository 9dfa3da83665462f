"""Tallies of dossiers: numbers alone. Pages of statistics read these two tables and never a dossier."""

from django.db import models
from django.utils.translation import gettext_lazy as _

FLOWS = (
    *("received", "accepted", "not_accepted", "withdrawn_early"),
    *("early", "on_time", "late", "undated"),
    *("refused", "stopped", "withdrawn", "days"),
    *("legal_days", "asked_twice", "asked_late", "apologised", "late_or_asked_twice"),
)
"""What happened in a month. early … undated make up what was settled; `days` is the sum of calendar days it took,
`legal_days` that since it was complete the last time. Of what was settled, `asked_twice` and `asked_late` had more than
one request for papers or a late one; of what was late, `apologised` had an apology. `late_or_asked_twice` is what would
be late if a second request counted as late."""
STOCKS = ("open_new", "open_in_time", "open_overdue", "open_paused", "open_undated")
"""What was open at the end of a month, in the current one: now."""
LOWEST, HIGHEST = 1, 5
"""Scores of ratings."""
SCORES = tuple(f"score_{score}" for score in range(LOWEST, HIGHEST + 1))
"""How often a score was given in a month."""
MEASURES = (*FLOWS, *STOCKS, *SCORES)


class TallyCount(models.Model):
    """When the tallies were counted last: one row, which is locked while somebody counts."""

    counted_at = models.DateTimeField(_("counted at"), null=True)

    def __str__(self) -> str:
        return f"{self.counted_at}"


class Tally(models.Model):
    """How many of what in one month, at one agency, for one service, in one field and at one level.

    The measures are columns. Names are those of the last filing.
    """

    month = models.DateField(_("month"))
    agency_key = models.UUIDField(null=True)
    agency_name = models.CharField(max_length=300)
    service_key = models.UUIDField(db_index=True)
    service_title = models.CharField(max_length=255)
    field_key = models.UUIDField(null=True)
    field_title = models.CharField(max_length=200, blank=True, default="")
    level = models.PositiveSmallIntegerField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")
        indexes = [models.Index(fields=["month", "agency_key"]), models.Index(fields=["agency_key", "month"])]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.agency_name}: {self.service_title}"

    def number(self, measure: str) -> int:
        """Return the number of one measure."""
        found: int = getattr(self, measure)
        return found


for _measure in MEASURES:
    Tally.add_to_class(_measure, models.PositiveIntegerField(default=0))
