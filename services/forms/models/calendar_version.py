"""Working calendars as they were when dates were promised by them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CalendarVersion(models.Model):
    """One state of a working calendar, of the province or of an agency; rows are added and never changed.

    `mark` is that of core.working_time.WorkingCalendar, `days` as rules/stored_calendar.py writes them.
    """

    mark = models.CharField(max_length=16, primary_key=True)
    days = models.JSONField()
    since = models.DateTimeField(_("kept since"), auto_now_add=True)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return self.mark
