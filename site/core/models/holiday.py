"""Days on which offices do not work although others of the week do, and Saturdays on which they do."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from core.models.typed_text import TypedText
from core.working_time import SATURDAY, NamedDay


class HolidayKind(models.TextChoices):
    OFF = "off", _("Day off")
    WORK = "work", _("Make-up working day")


class HolidayStatus(models.TextChoices):
    """How sure the day is."""

    OFFICIAL = "official", _("Announced officially")
    CALCULATED = "calculated", _("Worked out, not announced yet")
    TO_CONFIRM = "to_confirm", _("To be confirmed; does not count until then")


class HolidayQuerySet(models.QuerySet):
    """Days for the clock."""

    def named(self, language: str) -> dict[tuple[str, bool], dict[date, NamedDay]]:
        """Return days by date, by kind and by whether they count yet; named in that language where such a name is
        known.
        """
        found: dict[tuple[str, bool], dict[date, NamedDay]] = {}
        for day, kind, status, name, name_en in self.values_list("date", "kind", "status", "name", "name_en"):
            counts = status != HolidayStatus.TO_CONFIRM
            named = NamedDay(name_en if language == "en" and name_en else name, status == HolidayStatus.OFFICIAL)
            found.setdefault((kind, counts), {})[day] = named
        return found


class Holiday(TypedText, models.Model):
    """A day off, or a Saturday or Sunday worked to make up for one. Appointment dates are counted with them."""

    date = models.DateField(_("date"), unique=True)
    kind = models.CharField(_("kind"), max_length=4, choices=HolidayKind, default=HolidayKind.OFF)
    name = models.CharField(
        _("name"), max_length=120, help_text=_("Citizens read it where a date is explained. Example: Quốc khánh")
    )
    name_en = models.CharField(_("name, in English"), max_length=120, blank=True)
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=HolidayStatus,
        default=HolidayStatus.TO_CONFIRM,
        help_text=_("Set it to “announced” only when the decision or notice has been issued."),
    )
    source = models.TextField(
        _("source"), blank=True, help_text=_("Number and date of the document, or the address where it is published.")
    )

    panels = [
        FieldRowPanel(["date", "kind"]),
        FieldRowPanel(["name", "name_en"]),
        FieldPanel("status"),
        FieldPanel("source"),
    ]

    objects = HolidayQuerySet.as_manager()

    class Meta:
        verbose_name = _("day off or make-up day")
        verbose_name_plural = _("days off and make-up days")
        ordering = ["-date"]

    def __str__(self) -> str:
        return f"{self.date:%d/%m/%Y} – {self.name}"

    def clean(self) -> None:
        super().clean()
        if self.date and self.kind == HolidayKind.WORK and self.date.isoweekday() < SATURDAY:
            raise ValidationError({"date": _("A make-up working day is a Saturday or a Sunday.")})


class PlantedHoliday(models.Model):
    """What the software has once planted for a day (core/holiday_rows.py); {} where somebody had entered it before."""

    date = models.DateField(unique=True)
    columns = models.JSONField(default=dict)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.date:%d/%m/%Y}"
