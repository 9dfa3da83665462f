"""When an agency works, where that differs from the province: hours by weekday, days and half days off of its own.

Return dates of its dossiers are counted with them. The opening hours on its page are another thing: they say when the
counter is open, and a Saturday among them counts for no date.
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel

from core.models.typed_text import TypedText
from core.page_choosers import TypedPageChooserPanel
from departments.models.page_rows import Weekday


class PartOfDay(models.TextChoices):
    """How much of a day is off."""

    WHOLE = "whole", _("Whole day")
    MORNING = "morning", _("Morning (until 12:00)")
    AFTERNOON = "afternoon", _("Afternoon (from 12:00)")


class AgencyHours(TypedText, ClusterableModel):
    """The working time of one agency; the province's holds for all others."""

    department = models.ForeignKey(
        "departments.DepartmentPage", verbose_name=_("department"), on_delete=models.CASCADE, related_name="+"
    )
    weekend_counts = models.BooleanField(
        _("a Saturday or Sunday that is worked counts"),
        default=False,
        help_text=_(
            "Off: hours on a Saturday or Sunday count for no date, as on weekends elsewhere. On: such a day is a "
            "working day of this agency, be it a half one, and return dates come earlier. No act at hand settles it; "
            "turn it on only by a decision of the agency, and name that below."
        ),
    )
    source = models.TextField(
        _("source"), blank=True, help_text=_("Number and date of the document that sets these hours.")
    )

    panels = [
        TypedPageChooserPanel("department", "departments.DepartmentPage"),
        InlinePanel(
            "sessions",
            heading=_("Working hours by weekday"),
            label=_("Span"),
            help_text=_("A weekday without a span has the hours of the province; a break at noon makes two spans."),
        ),
        FieldPanel("weekend_counts"),
        InlinePanel("days_off", heading=_("Days and half days off"), label=_("Day off")),
        FieldPanel("source"),
    ]

    class Meta:
        verbose_name = _("working hours of an agency")
        verbose_name_plural = _("working hours of agencies")
        ordering = ["department__title"]

    def __str__(self) -> str:
        return str(self.department)

    def clean(self) -> None:
        """Refuse a second set of hours for a department, in whatever language its page was chosen."""
        super().clean()
        if self.department_id is None:
            return
        same = AgencyHours.objects.filter(department__translation_key=self.department.translation_key)
        if same.exclude(pk=self.pk).exists():
            raise ValidationError({"department": _("This department has working hours of its own already.")})


class AgencySession(models.Model):
    """A span of a weekday in which the agency works."""

    agency = ParentalKey(AgencyHours, on_delete=models.CASCADE, related_name="sessions")
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday)
    opens = models.TimeField(_("begins"))
    closes = models.TimeField(_("ends"))

    panels = [FieldRowPanel(["weekday", "opens", "closes"])]

    class Meta:
        verbose_name = _("span of working time")
        verbose_name_plural = _("spans of working time")
        ordering = ["weekday", "opens"]

    def __str__(self) -> str:
        return f"{self.weekday} {self.opens:%H:%M}-{self.closes:%H:%M}"

    def clean(self) -> None:
        """Refuse a span that ends before it begins."""
        super().clean()
        if self.opens and self.closes and self.closes <= self.opens:
            raise ValidationError({"closes": _("This must come after the hour before it.")})


class AgencyDayOff(TypedText, models.Model):
    """A day or half a day on which the agency alone does not work."""

    agency = ParentalKey(AgencyHours, on_delete=models.CASCADE, related_name="days_off")
    date = models.DateField(_("date"))
    part = models.CharField(_("how much of it"), max_length=10, choices=PartOfDay, default=PartOfDay.WHOLE)
    name = models.CharField(
        _("name"), max_length=120, help_text=_("Citizens read it where a date is explained. Example: Quốc khánh")
    )
    name_en = models.CharField(_("name, in English"), max_length=120, blank=True)

    panels = [FieldRowPanel(["date", "part"]), FieldRowPanel(["name", "name_en"])]

    class Meta:
        verbose_name = _("day off of an agency")
        verbose_name_plural = _("days off of an agency")
        ordering = ["date"]

    def __str__(self) -> str:
        return f"{self.date:%d/%m/%Y} – {self.name}"
