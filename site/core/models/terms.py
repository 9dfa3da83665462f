"""Shared vocabularies that pages point at: fields of administration, life events, audiences."""

from django.core.validators import validate_slug
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from core.i18n import facts
from core.models.typed_text import TypedText
from core.slug_widget import VietnameseSlugInput
from core.text import fold


class Term(TypedText, TranslatableMixin, index.Indexed, models.Model):
    """One word of a vocabulary, in one language."""

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(
        _("slug"), max_length=100, validators=[validate_slug], help_text=_("Stands in addresses. Example: dat-dai")
    )

    panels = [
        TitleFieldPanel("name", targets=["slug"], placeholder=False, classname=""),
        FieldPanel("slug", widget=VietnameseSlugInput),
    ]
    search_fields = [
        index.SearchField("name"),
        index.SearchField("folded"),
        index.AutocompleteField("name"),
        index.AutocompleteField("folded"),
        index.FilterField("locale_id"),  # choosers look in the language of the page alone
    ]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def folded(self) -> str:
        """The name without tone marks, for search."""
        return fold(self.name)


class Field(Term):  # type: ignore[django-manager-missing]  # modelcluster makes it
    """A field of administration (lĩnh vực) that procedures are grouped by."""

    class Meta(Term.Meta):
        verbose_name = _("field of administration")
        verbose_name_plural = _("fields of administration")
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="field_slug_unique_per_language")]


class LifeEvent(Term):
    """An event of life or business that leads a person to several services."""

    summary = models.CharField(_("summary"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("Smaller comes first."))

    panels = [*Term.panels, FieldPanel("summary"), FieldPanel("position")]
    override_translatable_fields = facts("position")

    class Meta(Term.Meta):
        verbose_name = _("life event")
        verbose_name_plural = _("life events")
        ordering = ["position", "name"]
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="life_event_slug_unique_per_language")]


class AudienceGroup(models.TextChoices):
    CITIZEN = "citizen", _("Citizens")
    BUSINESS = "business", _("Businesses and organisations")


class Audience(Term):
    """Who may use a service, in the words of the national portal; each belongs to citizens or to businesses."""

    group = models.CharField(_("group"), max_length=10, choices=AudienceGroup)
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("Smaller comes first."))

    panels = [*Term.panels, FieldPanel("group"), FieldPanel("position")]
    override_translatable_fields = facts("group", "position")

    class Meta(Term.Meta):
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")
        ordering = ["position", "name"]
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="audience_slug_unique_per_language")]
