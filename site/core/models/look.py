"""The look of the portal that a province may choose: name, logo, colours."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from core.contrast import HEX, READ_WITH, READABLE, ratio


class ColourField(models.CharField):
    """A colour such as #8e1a2d; "" leaves the portal's own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"max_length": 7, "blank": True}
        super().__init__(*args, **kwargs)
        self.validators.append(RegexValidator(HEX, _("Write a colour as # and six signs, for example #8e1a2d.")))

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"], kwargs["blank"]
        return name, path, args, kwargs


class Look(models.Model):
    """Left blank, the portal's own name, mark and colours stand there. A colour nobody could read is refused."""

    name = models.CharField(_("name of the portal"), max_length=80, blank=True)
    name_en = models.CharField(_("name of the portal, in English"), max_length=80, blank=True)
    logo = models.ForeignKey(
        "core.PortalImage",
        verbose_name=_("logo"),
        help_text=_("For a dark ground, at least 96 pixels high. Without one, the portal's own mark is shown."),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    brand_colour = ColourField(
        _("brand colour"), help_text=_("Head of the page, borders, numbers. White text stands on it. Example: #8e1a2d.")
    )
    link_colour = ColourField(_("link colour"), help_text=_("Links on white. Example: #174a84."))
    banner_colour = ColourField(
        _("banner colour"),
        help_text=_("The strip above the head of the page. Dark text stands on it. Example: #f4cf73."),
    )

    select_related = ["logo"]
    look_panels = [
        MultiFieldPanel(["name", "name_en", "logo"], heading=_("Name")),
        MultiFieldPanel(
            [FieldPanel("brand_colour"), FieldPanel("link_colour"), FieldPanel("banner_colour")],
            heading=_("Colours"),
            help_text=_("Each must have a contrast of at least 4.5 : 1 with what it is read with."),
        ),
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Refuse colours whose text could not be read, each with its measured contrast."""
        super().clean()
        words = _("Contrast %(found).2f : 1, at least %(needed)s : 1 is needed. Choose another tone.")
        faults = {}
        for field, other in READ_WITH.items():
            colour = getattr(self, field)
            if HEX.match(colour) and ratio(colour, other) < READABLE:
                faults[field] = words % {"found": ratio(colour, other), "needed": READABLE}
        if faults:
            raise ValidationError(faults)
