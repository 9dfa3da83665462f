"""The blocks of the home page: which are shown, in which order, under which words."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin

from core.i18n import facts
from core.models.typed_text import TypedText


class SectionKind(models.TextChoices):
    """What a block shows, in the order that holds while no editor chose another; the value is its anchor."""

    POPULAR = "popular", _("Popular services")
    LIFE_EVENTS = "life-events", _("Life events")
    AUDIENCES = "audiences", _("For whom")
    FIELDS = "fields", _("Fields of administration")
    FILING = "filing", _("How to file")
    UNITS = "units", _("Who runs services of level 3 and level 4")
    DEPARTMENTS = "departments", _("Departments")
    FIGURES = "figures", _("In numbers")
    NEWS = "news", _("Notices")
    BANNERS = "banners", _("Announcements")


class HomeSection(TypedText, TranslatableMixin, Orderable):
    """A block of the home page; which and where is the same in every language, its words are translated."""

    page = ParentalKey("home.HomePage", on_delete=models.CASCADE, related_name="sections")
    kind = models.CharField(_("block"), max_length=20, choices=SectionKind)
    is_shown = models.BooleanField(_("shown"), default=True)
    heading = models.CharField(
        _("heading"), max_length=120, blank=True, help_text=_("Left blank: the name of the block.")
    )
    introduction = models.CharField(
        _("sentence under the heading"),
        max_length=300,
        blank=True,
        help_text=_("Left blank: none. Good: “Chọn việc bạn cần, cổng chỉ cho bạn giấy tờ và nơi nộp.”"),
    )

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("is_shown")]),
        FieldPanel("heading"),
        FieldPanel("introduction"),
    ]
    override_translatable_fields = facts("kind", "is_shown")

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("block of the home page")
        verbose_name_plural = _("blocks of the home page")
