"""Legal documents that services and the portal's own texts rest on. Numbers and titles are facts, quoted exactly, in
Vietnamese.
"""

from datetime import date

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from core.law_states import Standing, standing
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


class Certainty(models.TextChoices):
    """How sure the facts of a row are. Only what was read on an official page is settled."""

    OFFICIAL = "official", _("Read on an official page")
    FULL_TEXT = "full_text", _("Full text read in a copy")
    CODIFICATION = "codification", _("Official codification, read in a copy")
    TWO_SOURCES = "two_sources", _("Two or more sources that do not depend on each other")
    PRESS = "press", _("Told by the press")
    ONE_SOURCE = "one_source", _("One secondary source")
    NONE = "none", _("No source noted")


class LegalDocument(TypedText, index.Indexed, models.Model):  # type: ignore[django-manager-missing]  # modelcluster makes it
    """A law, decree, circular … shared by every service that cites it."""

    key = models.SlugField(
        _("key"),
        max_length=60,
        blank=True,
        default="",
        help_text=_("The portal's own texts name the document by it; it comes with the software."),
    )
    number = models.CharField(_("number"), max_length=60, blank=True, help_text=_("Exactly as published."))
    title = models.CharField(_("title"), max_length=500, help_text=_("Exactly as published."))
    kind = models.CharField(_("kind"), max_length=20, choices=LegalKind, default=LegalKind.OTHER)
    issuer = models.CharField(_("issuer"), max_length=200, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    in_force_to = models.DateField(_("in force to"), null=True, blank=True, help_text=_("The last day in force."))
    url = models.URLField(_("link"), max_length=500, blank=True)
    replaces = models.ManyToManyField(
        "self", symmetrical=False, related_name="replaced_by", blank=True, verbose_name=_("replaces")
    )
    amends = models.ManyToManyField(
        "self", symmetrical=False, related_name="amended_by", blank=True, verbose_name=_("amends")
    )
    certainty = models.CharField(_("certainty"), max_length=12, choices=Certainty, default=Certainty.NONE)
    sources = models.TextField(_("sources"), blank=True, default="", help_text=_("One on each line."))
    note = models.TextField(
        _("note"),
        blank=True,
        default="",
        help_text=_("What is not known yet; what it replaces that is not listed here."),
    )

    panels = [
        FieldPanel("key", read_only=True),
        FieldRowPanel(["number", "kind"]),
        FieldPanel("title"),
        FieldPanel("issuer"),
        FieldRowPanel(["issued_on", "in_force_from", "in_force_to"]),
        FieldPanel("replaces"),
        FieldPanel("amends"),
        FieldPanel("url"),
        FieldPanel("certainty"),
        FieldPanel("sources"),
        FieldPanel("note"),
    ]
    search_fields = [
        index.SearchField("number", boost=3),
        index.SearchField("title"),
        index.SearchField("folded"),
        index.AutocompleteField("number"),
        index.AutocompleteField("title"),
        *(index.FilterField(name) for name in ("id", "kind", "certainty", "in_force_from", "in_force_to")),
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
            models.UniqueConstraint(fields=["key"], condition=~models.Q(key=""), name="legal_document_key_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.number} – {self.title}" if self.number else self.title

    def get_absolute_url(self) -> str:
        return reverse("legal_document", args=[self.key or self.pk])

    @property
    def folded(self) -> str:
        """Number and title without tone marks, for search."""
        return fold(f"{self.number} {self.title}")

    @property
    def is_settled(self) -> bool:
        """Return whether its facts were read on an official page; others are shown as not checked."""
        return self.certainty == Certainty.OFFICIAL

    def standing(self, on: date) -> Standing:
        """Return whether it is in force on a day, and since when."""
        return standing(in_force_from=self.in_force_from, in_force_to=self.in_force_to, on=on)
