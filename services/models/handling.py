"""Who handles a service, on which channels, and within what time."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from core.i18n import facts
from core.page_choosers import TypedPageChooserPanel
from services.models.case_panel import CasePanel
from services.models.cases import OfCase
from services.models.parts import CHANNEL_HELP, ServicePart
from services.rules.choices import AgencyRole, ApplyMode, ChannelKind, CountedFrom, DurationUnit, Level


class HandlingAgency(ServicePart):
    """Who handles the service: a department with a page, or an agency known by name only."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="handling_agencies")
    department = models.ForeignKey(
        "departments.DepartmentPage",
        verbose_name=_("department"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="handled_services",
    )
    agency_name = models.CharField(
        _("agency by name"), max_length=300, blank=True, help_text=_("Only for an agency without a page here.")
    )
    role = models.CharField(_("role"), max_length=12, choices=AgencyRole, default=AgencyRole.COMPETENT)
    level = models.PositiveSmallIntegerField(
        _("level at this agency"),
        choices=Level,
        null=True,
        blank=True,
        help_text=_("Blank = the level of the service."),
    )
    apply_mode = models.CharField(_("how to apply"), max_length=10, choices=ApplyMode, default=ApplyMode.PAPER)
    external_url = models.URLField(_("filing address on the national portal"), max_length=500, blank=True)
    address = models.TextField(
        _("where to file"),
        blank=True,
        default="",
        help_text=_("The procedure's own words. Blank = the department's address, else the portal's general sentence."),
    )
    opens_on = models.DateField(_("filing opens on"), null=True, blank=True)
    closes_on = models.DateField(_("filing closes on"), null=True, blank=True)

    panels = [
        TypedPageChooserPanel("department", "departments.DepartmentPage"),
        FieldPanel("agency_name"),
        FieldRowPanel(["role", "level"]),
        FieldRowPanel(["apply_mode", "external_url"]),
        FieldPanel("address"),
        FieldRowPanel(["opens_on", "closes_on"]),
    ]
    override_translatable_fields = facts(
        "department", "agency_name", "role", "level", "apply_mode", "external_url", "address", "opens_on", "closes_on"
    )

    class Meta(ServicePart.Meta):
        verbose_name = _("handling agency")
        verbose_name_plural = _("handling agencies")


class Channel(ServicePart):
    """One way to file."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="channels")
    kind = models.CharField(_("channel"), max_length=10, choices=ChannelKind)
    note = models.TextField(_("note"), blank=True, default="")

    panels = [FieldPanel("kind"), FieldPanel("note")]
    override_translatable_fields = facts("kind")

    class Meta(ServicePart.Meta):
        verbose_name = _("channel")
        verbose_name_plural = _("channels")


class Duration(OfCase, ServicePart):
    """A time limit, on one channel or all, in one case or all."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="durations")
    channel = models.CharField(_("channel"), max_length=10, choices=ChannelKind, blank=True, help_text=CHANNEL_HELP)
    value = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=14, choices=DurationUnit)
    counted_from = models.CharField(
        _("counted from"), max_length=10, choices=CountedFrom, default=CountedFrom.ACCEPTANCE
    )
    note = models.TextField(_("note"), blank=True, default="")

    panels = [
        FieldRowPanel(["value", "unit", "channel"]),
        CasePanel("case_key"),
        FieldRowPanel(["counted_from", "note"]),
    ]
    override_translatable_fields = facts("channel", "case_key", "value", "unit", "counted_from")

    class Meta(ServicePart.Meta):
        verbose_name = _("time limit")
        verbose_name_plural = _("time limits")
