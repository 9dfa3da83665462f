"""Quick links and banners of the home page."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import PreviewableMixin, TranslatableMixin

from core.i18n import facts
from core.menu_blocks import is_address
from core.models.typed_text import TypedText


class QuickLink(TypedText, TranslatableMixin, models.Model):
    """A link in the footer (Liên kết nhanh)."""

    title = models.CharField(_("title"), max_length=120)
    url = models.URLField(_("address"), max_length=500)
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("Smaller comes first."))
    is_shown = models.BooleanField(_("shown"), default=True, help_text=_("Without the tick it is kept, and not shown."))

    panels = [FieldPanel("title"), FieldRowPanel(["url", "position", "is_shown"])]
    override_translatable_fields = facts("url", "position", "is_shown")

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("quick link")
        verbose_name_plural = _("quick links")
        ordering = ["position", "title"]

    def __str__(self):
        return self.title


class BannerQuerySet(models.QuerySet):
    def shown_on(self, day):
        """Banners that are switched on and whose days include `day`."""
        return self.filter(
            models.Q(is_shown=True),
            models.Q(starts_on__isnull=True) | models.Q(starts_on__lte=day),
            models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=day),
        )


class Banner(TypedText, PreviewableMixin, TranslatableMixin, models.Model):
    """A picture with a link: image, text alternative, address and dates; never third-party code."""

    title = models.CharField(_("title"), max_length=120)
    image = models.ForeignKey("core.PortalImage", verbose_name=_("image"), on_delete=models.PROTECT, related_name="+")
    alt = models.CharField(_("text alternative"), max_length=250)
    url = models.CharField(
        _("address"),
        max_length=500,
        blank=True,
        help_text=_("A full address, or a path on this site such as /huong-dan/."),
    )
    starts_on = models.DateField(_("shown from"), default=timezone.localdate, null=True, blank=True)
    ends_on = models.DateField(_("shown until"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("Smaller comes first."))

    is_shown = models.BooleanField(_("shown"), default=True, help_text=_("Without the tick it is kept, and not shown."))

    objects = BannerQuerySet.as_manager()

    panels = [
        FieldPanel("title"),
        FieldPanel("image"),
        FieldPanel("alt"),
        FieldPanel("url"),
        FieldRowPanel(["starts_on", "ends_on", "position", "is_shown"]),
    ]
    override_translatable_fields = facts("image", "starts_on", "ends_on", "position", "is_shown")

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("banner")
        verbose_name_plural = _("banners")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.title

    def get_preview_template(self, request, mode_name):
        return "home/banner_preview.html"

    def clean(self):
        super().clean()
        if self.url and not is_address(self.url):
            raise ValidationError({"url": _("Give a full address or a path that begins with one slash.")})
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day must not be before the first.")})
