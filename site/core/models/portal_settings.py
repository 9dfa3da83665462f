"""Whose portal it is and how to reach them; shown around every page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from core.models.look import Look
from core.models.office_hours import OfficeHours
from core.models.typed_text import TypedText


@register_setting(icon="cog")
class PortalSettings(TypedText, Look, OfficeHours, BaseGenericSetting):
    """Look, contact and working hours of the portal. Contact left blank means unknown: nothing is shown then."""

    organisation = models.CharField(_("responsible organisation"), max_length=200, blank=True)
    organisation_en = models.CharField(_("responsible organisation, in English"), max_length=200, blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    hotline = models.CharField(_("hotline"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    source = models.TextField(_("source of these facts"), blank=True, help_text=_("For editors; not shown."))

    panels = [
        *Look.look_panels,
        MultiFieldPanel(["organisation", "organisation_en"], heading=_("Organisation")),
        MultiFieldPanel(["address", "hotline", "email"], heading=_("Contact")),
        *OfficeHours.hours_panels,
        FieldPanel("source"),
    ]

    class Meta:
        verbose_name = _("portal settings")
