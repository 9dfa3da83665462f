"""Legal documents that services rest on. Numbers and titles are facts, quoted exactly, in Vietnamese."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from core.models.typed_text import TypedText
from core.text import fold


class LegalKind(models.TextChoices):
    CONSTITUTION = "constitution", _("Constitution")
    LAW = "law", _("Law or code")
    ORDINANCE = "ordinance", _("Ordinance")
    DECREE = "decree", _("Decree")
    RESOLUTION = "resolution", _("Resolution")
    DECISION = "decision", _("Decision")
    CIRCULAR = "circular", _("Circular")
    OTHER = "other", _("Other")


class LegalDocument(TypedText, index.Indexed, models.Model):  # type: ignore[django-manager-missing]  # modelcluster makes it
    """A law, decree, circular … shared by every service that cites it."""

    number = models.CharField(_("number"), max_length=60, blank=True, help_text=_("Example: 61/2018/NĐ-CP"))
    title = models.CharField(_("title"), max_length=500, help_text=_("Exactly as published."))
    kind = models.CharField(_("kind"), max_length=20, choices=LegalKind, default=LegalKind.OTHER)
    issuer = models.CharField(_("issuer"), max_length=200, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    in_force_to = models.DateField(_("in force to"), null=True, blank=True)
    url = models.URLField(_("link"), max_length=500, blank=True)

    panels = [
        FieldRowPanel(["number", "kind"]),
        FieldPanel("title"),
        FieldPanel("issuer"),
        FieldRowPanel(["issued_on", "in_force_from", "in_force_to"]),
        FieldPanel("url"),
    ]
    search_fields = [
        index.SearchField("number", boost=3),
        index.SearchField("title"),
        index.SearchField("folded"),
        index.AutocompleteField("number"),
        index.AutocompleteField("title"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = _("legal document")
        verbose_name_plural = _("legal documents")
        ordering = ["number", "title"]
        constraints = [
            models.UniqueConstraint(
                fields=["number", "issuer"],
                condition=~models.Q(number=""),
                name="legal_document_number_unique_per_issuer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} – {self.title}" if self.number else self.title

    @property
    def folded(self) -> str:
        """Number and title without tone marks, for search."""
        return fold(f"{self.number} {self.title}")
