"""Words of citizens: the lexicon of the search, what the software brought of it, and what is asked of the search."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import RevisionMixin

from core.models.typed_text import TypedText
from search.entry_lines import folded_lines, lines_of

LONGEST_QUERY = 100
"""Characters of a question that is counted; longer ones are sentences that nobody else asks."""


class EntryKind(models.TextChoices):
    """What an entry of the lexicon says of its phrases."""

    SYNONYM = "synonym", _("Another word for it")
    ABBREVIATION = "abbreviation", _("Abbreviation")
    QUESTION = "question", _("Question or situation")
    ELSEWHERE = "elsewhere", _("Another authority does it")


class LexiconEntry(TypedText, RevisionMixin, models.Model):
    """Phrases that people type, and the official words that are meant, or the authority that does it."""

    key = models.SlugField(max_length=80, blank=True, default="", editable=False)
    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    kind = models.CharField(_("kind"), max_length=12, choices=EntryKind, default=EntryKind.SYNONYM)
    phrases = models.TextField(
        _("what people type"), help_text=_("One phrase a line, with tone marks. Example: sổ đỏ, then bìa đỏ.")
    )
    targets = models.TextField(
        _("official words"),
        blank=True,
        default="",
        help_text=_("One a line, as short as the names of services have them. Example: quyền sử dụng đất"),
    )
    authority = models.CharField(
        _("authority"), max_length=120, blank=True, default="", help_text=_("Which kind of authority does it.")
    )
    authority_url = models.URLField(_("address of the authority"), max_length=500, blank=True, default="")
    source = models.CharField(
        _("source"), max_length=500, blank=True, default="", help_text=_("Where the address was read.")
    )
    note = models.TextField(_("note"), blank=True, default="", help_text=_("For editors; never shown to visitors."))
    is_live = models.BooleanField(_("used by the search"), default=True)
    folded = models.TextField(blank=True, default="", editable=False)
    changed_at = models.DateTimeField(_("last changed at"), auto_now=True, db_index=True)

    wagtail_reference_index_ignore = True

    panels = [
        FieldRowPanel(["language", "kind"]),
        FieldPanel("phrases"),
        FieldPanel("targets"),
        MultiFieldPanel(["authority", "authority_url", "source"], heading=_("If another authority does it")),
        FieldPanel("note"),
        FieldPanel("is_live"),
    ]

    class Meta:
        verbose_name = _("words of citizens")
        verbose_name_plural = _("words of citizens")
        ordering = ["folded"]
        constraints = [
            models.UniqueConstraint(fields=["key"], condition=~models.Q(key=""), name="lexicon_entry_key_unique")
        ]

    def __str__(self) -> str:
        return ", ".join(lines_of(self.phrases))

    def save(self, *args: object, **kwargs: object) -> None:
        self.fold()
        super().save(*args, **kwargs)  # type: ignore[arg-type] # whatever a model's save takes

    def clean(self) -> None:
        super().clean()
        self._check_what_is_meant()
        self._check_phrases_are_free()

    def fold(self) -> None:
        """Work out the column that lists look in."""
        self.folded = folded_lines(f"{self.phrases}\n{self.targets}\n{self.authority}")

    def _check_what_is_meant(self) -> None:
        if self.kind == EntryKind.ELSEWHERE and not self.authority:
            raise ValidationError({"authority": _("Name the kind of authority. Example: Tax office")})
        if self.kind != EntryKind.ELSEWHERE and not lines_of(self.targets):
            raise ValidationError({"targets": _("Write at least one official word that is meant.")})
        if self.authority_url and not self.source:
            raise ValidationError({"source": _("Say where the address was read.")})

    def _check_phrases_are_free(self) -> None:
        """Refuse a phrase that another entry of the language has already; marks make it another phrase, capitals do
        not.
        """
        own = {line.casefold() for line in lines_of(self.phrases)}
        others = LexiconEntry.objects.filter(language=self.language).exclude(pk=self.pk)
        for other in others.only("phrases"):
            if doubled := [line for line in lines_of(other.phrases) if line.casefold() in own]:
                message = _("“%(phrase)s” stands in another entry already: %(entry)s.")
                raise ValidationError({"phrases": message % {"phrase": doubled[0], "entry": str(other)[:80]}})


class PlantedEntry(models.Model):
    """An entry as the software brought it: what an editor changed or deleted since is known by it, and stays so."""

    key = models.SlugField(max_length=80, unique=True)
    columns = models.JSONField(default=dict)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return self.key


class SearchQuery(models.Model):
    """How often something was asked on a day, and how much was found. Nothing is kept of who asked."""

    folded = models.CharField(_("asked"), max_length=LONGEST_QUERY)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    day = models.DateField(_("day"), db_index=True)
    count = models.PositiveIntegerField(_("times asked"), default=0)
    hits = models.PositiveIntegerField(_("found"), default=0, help_text=_("At the last time on that day."))
    useful = models.PositiveIntegerField(_("useful"), default=0)
    not_useful = models.PositiveIntegerField(_("not useful"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("asked of the search")
        verbose_name_plural = _("asked of the search")
        ordering = ["-day", "-count"]
        constraints = [models.UniqueConstraint(fields=["folded", "language", "day"], name="search_query_once_a_day")]

    def __str__(self) -> str:
        return self.folded
