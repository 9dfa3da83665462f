"""Where applications are handed in: the one-stop desk of the province, of a department or of a commune.

Nothing of it is made up: what nobody has given stays blank, and pages say who can tell.
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from core.models.typed_text import TypedText
from core.page_choosers import TypedPageChooserPanel


class ReceptionPlace(TypedText, ClusterableModel):
    """A desk that receives applications, as the agency publishes it."""

    department = models.ForeignKey(
        "departments.DepartmentPage",
        verbose_name=_("department"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("A department or a single commune. Blank = the centre of the province, which serves all of them."),
    )
    name = models.CharField(_("name"), max_length=200)
    name_en = models.CharField(_("name, in English"), max_length=200, blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    hours = models.CharField(
        _("opening hours"), max_length=200, blank=True, help_text=_("In the words of whoever published them.")
    )
    source = models.TextField(_("source"), blank=True, help_text=_("Where this is published, or who told it and when."))

    panels = [
        TypedPageChooserPanel("department", "departments.DepartmentPage"),
        FieldRowPanel(["name", "name_en"]),
        MultiFieldPanel(["address", FieldRowPanel(["phone", "hours"])], heading=_("Contact")),
        InlinePanel("people", heading=_("Head and officers of the desk"), label=_("Person")),
        FieldPanel("source"),
    ]

    class Meta:
        verbose_name = _("reception place")
        verbose_name_plural = _("reception places")
        ordering = ["department__title", "name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse a second place for the same department, in whatever language its page was chosen."""
        super().clean()
        key = self.department.translation_key if self.department else None
        if ReceptionPlace.objects.filter(department__translation_key=key).exclude(pk=self.pk).exists():
            raise ValidationError({"department": _("There is a reception place for this already.")})


class ReceptionOfficer(TypedText, Orderable):
    """The head or an officer of a desk, whose name and telephone the law makes public."""

    place = ParentalKey(ReceptionPlace, on_delete=models.CASCADE, related_name="people")
    name = models.CharField(_("full name"), max_length=120)
    position = models.CharField(_("office held"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)

    panels = [FieldRowPanel(["name", "position", "phone"])]

    class Meta(Orderable.Meta):
        verbose_name = _("person at a reception place")
        verbose_name_plural = _("people at a reception place")

    def __str__(self) -> str:
        return self.name
