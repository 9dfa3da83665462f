"""When offices work, as the province sets it; appointment dates are counted with it."""

from datetime import time
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from core.working_time import OFFICE_HOURS, Session

MORNING, AFTERNOON = OFFICE_HOURS
HOURS = ("morning_opens", "morning_closes", "afternoon_opens", "afternoon_closes")


class OfficeHours(models.Model):
    """The hours of every working day, in two halves."""

    morning_opens = models.TimeField(_("morning begins"), default=MORNING.opens)
    morning_closes = models.TimeField(_("morning ends"), default=MORNING.closes)
    afternoon_opens = models.TimeField(_("afternoon begins"), default=AFTERNOON.opens)
    afternoon_closes = models.TimeField(_("afternoon ends"), default=AFTERNOON.closes)
    cut_off = models.TimeField(
        _("accepted on the same day until"),
        null=True,
        blank=True,
        help_text=_(
            "An application accepted later in the day counts as accepted on the next working day. Blank = until the "
            "end of the afternoon. Limits in hours count from the minute of acceptance all the same."
        ),
    )
    calendar_notice_days = models.PositiveSmallIntegerField(
        _("days before an uncertain day off"),
        default=45,
        validators=[MinValueValidator(1), MaxValueValidator(365)],
        help_text=_(
            "So long before a day off that is not announced or not confirmed yet, and before a year without days off, "
            "those who keep the working calendar are warned."
        ),
    )

    hours_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel(["morning_opens", "morning_closes"]),
                FieldRowPanel(["afternoon_opens", "afternoon_closes"]),
                FieldPanel("cut_off"),
                FieldPanel("calendar_notice_days"),
            ],
            heading=_("Working hours"),
            help_text=_("Appointment dates are counted with them. Days off are entered under “Working calendar”."),
        ),
    ]

    class Meta:
        abstract = True

    @property
    def sessions(self) -> tuple[Session, ...]:
        return (
            Session(self.morning_opens, self.morning_closes),
            Session(self.afternoon_opens, self.afternoon_closes),
        )

    def clean(self) -> None:
        """Refuse hours that do not follow one another, and a cut-off outside them."""
        super().clean()
        faults = {}
        known: list[tuple[str, time]] = [(name, value) for name in HOURS if (value := getattr(self, name))]
        for (_before, earlier), (name, later) in pairwise(known):
            may_be_equal = name == "afternoon_opens"
            if later < earlier or (later == earlier and not may_be_equal):
                faults[name] = _("This must come after the hour before it.")
        if self.cut_off and known and not known[0][1] <= self.cut_off <= known[-1][1]:
            faults["cut_off"] = _("This must lie within the working hours.")
        if faults:
            raise ValidationError(faults)
