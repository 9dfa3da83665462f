"""Whose portal it is and how to reach them; shown around every page."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from core.law_records import unknown_keys
from core.models.look import Look
from core.models.menus import Menus
from core.models.office_hours import OfficeHours
from core.models.typed_text import TypedText


def names_known_acts(text: str) -> None:
    """Refuse a text that names an act by a key the software does not know: readers would see the key."""
    if unknown := unknown_keys(text):
        raise ValidationError(_("No act has the key %(keys)s."), params={"keys": ", ".join(unknown)})


@dataclass(frozen=True)
class PortalWords:
    """The words of the portal about itself in one language."""

    organisation: str
    reception_rule: str
    hotline_note: str


@register_setting(icon="cog")
class PortalSettings(TypedText, Look, OfficeHours, Menus, BaseGenericSetting):
    """Look, contact, working hours and menus of the portal. Contact left blank means unknown: nothing is shown then."""

    organisation = models.CharField(_("responsible organisation"), max_length=200, blank=True)
    organisation_en = models.CharField(_("responsible organisation, in English"), max_length=200, blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    hotline = models.CharField(_("hotline"), max_length=40, blank=True)
    hotline_note = models.CharField(
        _("how far the hotline may be trusted"),
        max_length=200,
        blank=True,
        help_text=_("Shown beside the number. Example: số cũ, chưa xác nhận"),
    )
    hotline_note_en = models.CharField(_("the same note, in English"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    reception_rule = models.TextField(
        _("where applications are received in general"),
        blank=True,
        default="",
        help_text=_(
            "Said where neither the service nor the department names a place. The law it rests on is named by its key, "
            "with the article: {law nd-118-2025 Điều 14.2}"
        ),
        validators=[names_known_acts],
    )
    reception_rule_en = models.TextField(
        _("the same sentence, in English"), blank=True, default="", validators=[names_known_acts]
    )
    source = models.TextField(_("source of these facts"), blank=True, help_text=_("For editors; not shown."))

    facts_panels = [
        *Look.look_panels,
        MultiFieldPanel(["organisation", "organisation_en"], heading=_("Organisation")),
        MultiFieldPanel(["address", "hotline", "hotline_note", "hotline_note_en", "email"], heading=_("Contact")),
        MultiFieldPanel(["reception_rule", "reception_rule_en"], heading=_("Reception of applications")),
        *OfficeHours.hours_panels,
        FieldPanel("source"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(facts_panels, heading=_("Name, contact, hours")),
            ObjectList(Menus.menu_panels, heading=_("Menu and footer")),
        ]
    )

    class Meta:
        verbose_name = _("portal settings")

    def in_language(self, language: str) -> PortalWords:
        """Return the words in that language; what has no English yet stays Vietnamese."""
        names = ("organisation", "reception_rule", "hotline_note")
        if language != "en":
            return PortalWords(*(getattr(self, name) for name in names))
        return PortalWords(*(getattr(self, f"{name}_en") or getattr(self, name) for name in names))
