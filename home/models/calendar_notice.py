"""What keepers of the working calendar were told of by mail."""

from django.conf import settings
from django.db import models


class CalendarNotice(models.Model):
    """That one person was told of one warning of the calendar (CalendarWarning.key); nobody is told twice."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    about = models.CharField(max_length=40)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "about"], name="calendar_notice_once")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.about}"
