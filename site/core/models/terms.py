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


class TermIcon(models.TextChoices):
    """Icons that stand for what people do or need, by their names in icons.svg; their words are for editors alone."""

    BABY = "baby", _("Child")
    RINGS = "rings", _("Rings")
    LOTUS = "lotus", _("Lotus: death, worship")
    PEOPLE = "people", _("People")
    USER = "user", _("Person")
    IDCARD = "idcard", _("Identity card")
    MOVE = "move", _("Moving house")
    HOME = "home", _("House")
    LAND = "land", _("Plot of land")
    BUILDING = "building", _("Buildings")
    HAT = "hat", _("Safety helmet")
    ROAD = "road", _("Road")
    CAR = "car", _("Car")
    SHOP = "shop", _("Shop")
    WORK = "work", _("Briefcase")
    INVEST = "invest", _("Rising line")
    MONEY = "money", _("Banknote")
    CERT = "cert", _("Certificate")
    CAP = "cap", _("Graduation cap")
    BOOK = "book", _("Book")
    PENCIL = "pencil", _("Pencil")
    SCALE = "scale", _("Scales of justice")
    HELP = "help", _("Helping hand")
    HEART = "heart", _("Heart")
    PILL = "pill", _("Pill")
    DEVICE = "device", _("Medical device")
    FOOD = "food", _("Bowl of food")
    LEAF = "leaf", _("Leaf")
    COMPASS = "compass", _("Compass")
    GLOBE = "globe", _("Globe")
    LAPTOP = "laptop", _("Computer")
    MAIL = "mail", _("Letter")
    PHONE = "phone", _("Telephone")
    OFFICE = "office", _("Public office")
    ALERT = "alert", _("Warning sign")
    DOCS = "docs", _("Papers")


ICON_OF_ANYTHING = "doc"
"""A sheet of paper, for a word that no editor chose an icon for."""


class WithIcon(models.Model):
    """A word of a vocabulary that an icon may stand beside; blank = the sheet of paper of all the others."""

    icon = models.CharField(
        _("icon"),
        max_length=10,
        choices=TermIcon,
        blank=True,
        help_text=_("Stands beside the name in lists. Left blank: a sheet of paper."),
    )

    class Meta:
        abstract = True


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
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),  # choosers look in the language of the page alone
    ]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Field(WithIcon, Term):  # type: ignore[django-manager-missing]  # modelcluster makes it
    """A field of administration (lĩnh vực) that procedures are grouped by."""

    panels = [*Term.panels, FieldPanel("icon")]
    override_translatable_fields = facts("icon")

    class Meta(Term.Meta):
        verbose_name = _("field of administration")
        verbose_name_plural = _("fields of administration")
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="field_slug_unique_per_language")]


class LifeEvent(WithIcon, Term):
    """An event of life or business that leads a person to several services."""

    summary = models.CharField(_("summary"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("Smaller comes first."))

    panels = [*Term.panels, FieldPanel("summary"), FieldPanel("icon"), FieldPanel("position")]
    override_translatable_fields = facts("icon", "position")

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


def icon_of(term: Term | None) -> str:
    """Return the name of the icon that stands beside a term, or beside what has none."""
    return getattr(term, "icon", "") or ICON_OF_ANYTHING
