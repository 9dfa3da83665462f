"""Rows of a department's page: when its counter is open, who leads it, who took over its work."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin

from core.i18n import facts
from core.models.typed_text import TypedText
from core.page_choosers import TypedPageChooserPanel


class DepartmentPart(TypedText, TranslatableMixin, Orderable):
    """A row that belongs to one department page; saved only with its page."""

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True


class Weekday(models.IntegerChoices):
    """ISO 8601 weekday."""

    MONDAY = 1, _("Monday")
    TUESDAY = 2, _("Tuesday")
    WEDNESDAY = 3, _("Wednesday")
    THURSDAY = 4, _("Thursday")
    FRIDAY = 5, _("Friday")
    SATURDAY = 6, _("Saturday")
    SUNDAY = 7, _("Sunday")


class OpeningHours(DepartmentPart):
    """One span of a weekday in which the counter is open; a lunch break makes two rows."""

    page = ParentalKey("departments.DepartmentPage", on_delete=models.CASCADE, related_name="opening_hours")
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday)
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))

    panels = [FieldRowPanel(["weekday", "opens", "closes"])]
    override_translatable_fields = facts("weekday", "opens", "closes")

    class Meta(DepartmentPart.Meta):
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")


class Leader(DepartmentPart):
    """A leader of the department, as the office publishes it."""

    page = ParentalKey("departments.DepartmentPage", on_delete=models.CASCADE, related_name="leaders")
    name = models.CharField(_("full name"), max_length=120)
    position = models.CharField(_("office held"), max_length=120)

    panels = [FieldRowPanel(["name", "position"])]
    override_translatable_fields = facts("name")

    class Meta(DepartmentPart.Meta):
        verbose_name = _("leader")
        verbose_name_plural = _("leaders")


class Succession(DepartmentPart):
    """Which department took over one field of work of this former department."""

    page = ParentalKey("departments.DepartmentPage", on_delete=models.CASCADE, related_name="successions")
    successor = models.ForeignKey(
        "departments.DepartmentPage",
        verbose_name=_("successor"),
        on_delete=models.PROTECT,
        related_name="predecessions",
    )
    field = models.ForeignKey(
        "core.Field",
        verbose_name=_("field of administration"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Leave blank when the work has no field of its own."),
    )
    work = models.CharField(_("work taken over"), max_length=200, help_text=_("Example: bưu chính, viễn thông"))
    is_confirmed = models.BooleanField(_("confirmed by a source"), default=True)

    panels = [
        TypedPageChooserPanel("successor", "departments.DepartmentPage"),
        FieldRowPanel(["work", "field"]),
        FieldPanel("is_confirmed"),
    ]
    override_translatable_fields = facts("successor", "field", "is_confirmed")

    class Meta(DepartmentPart.Meta):
        verbose_name = _("successor")
        verbose_name_plural = _("successors")
