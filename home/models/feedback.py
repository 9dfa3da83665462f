"""What visitors say of a page: whether it helped, and what is wrong or missing. Nothing of who they are is kept."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

LONGEST_COMMENT = 2_000
LONGEST_PATH = 500


class FeedbackKind(models.TextChoices):
    """What the visitor pressed."""

    ANSWER = "answer", _("Answer: did the page help?")
    COMMENT = "comment", _("Comment")
    ERROR = "error", _("Report of an error")


class Feedback(models.Model):
    """One answer, comment or report on one page of the site; `page` is blank for pages that no editor writes."""

    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    path = models.CharField(_("address"), max_length=LONGEST_PATH)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    kind = models.CharField(_("kind"), max_length=10, choices=FeedbackKind)
    useful = models.BooleanField(_("it helped"), null=True, blank=True)
    comment = models.TextField(_("comment"), max_length=LONGEST_COMMENT, blank=True, default="")
    created_at = models.DateTimeField(_("received"), default=timezone.now, editable=False, db_index=True)
    handled = models.BooleanField(_("handled"), default=False)

    wagtail_reference_index_ignore = True

    panels = [
        FieldPanel("comment", read_only=True),
        FieldRowPanel([FieldPanel("kind", read_only=True), FieldPanel("useful", read_only=True)]),
        FieldRowPanel([FieldPanel("path", read_only=True), FieldPanel("language", read_only=True)]),
        FieldPanel("created_at", read_only=True),
        FieldPanel("handled"),
    ]

    class Meta:
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.path}"
