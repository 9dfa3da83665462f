"""What editors let citizens read about a transition or a state in the place of the built-in sentence."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from core.models.typed_text import TypedText
from services.models import ServicePage

LONGEST_SENTENCE = 300
LONGEST_PARAGRAPH = 1_000
SENTENCES, PARAGRAPHS = ("words", "words_en"), ("letter", "letter_en")


def original_page(service: ServicePage) -> ServicePage:
    """Return the Vietnamese page, for which texts hold. ValidationError without one:
    no page would mean every service.
    """
    if service.locale.language_code == settings.LANGUAGE_CODE:
        return service
    found: ServicePage | None = service.get_translations().filter(locale__language_code=settings.LANGUAGE_CODE).first()
    if found is None:
        raise ValidationError(_("This service has no Vietnamese page."))
    return found


class CitizenTextQuerySet(models.QuerySet["CitizenText"]):
    """Texts by the services they hold for."""

    def holding_for(self, keys: Iterable[UUID]) -> "CitizenTextQuerySet":
        """Return those of services with these translation keys, and those of all services."""
        return self.filter(Q(service__isnull=True) | Q(service__translation_key__in=keys))


class CitizenText(TypedText, models.Model):
    """One sentence about one transition or state (`about`: "move.accept", "state.payment"), for one service or for all.

    Plain text. Blank in a language: there the text of all services holds, and then the built-in one.
    """

    service = models.ForeignKey(
        ServicePage,
        verbose_name=_("service"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Empty: for every service that has no text of its own."),
    )
    about = models.CharField(_("what the text is about"), max_length=50)
    words = models.CharField(
        _("sentence, in Vietnamese"),
        max_length=LONGEST_SENTENCE,
        blank=True,
        help_text=_("Citizens read it on the page of the application, in news and when they track it. Plain text."),
    )
    words_en = models.CharField(_("sentence, in English"), max_length=LONGEST_SENTENCE, blank=True)
    letter = models.TextField(
        _("paragraph added to the mail, in Vietnamese"),
        max_length=LONGEST_PARAGRAPH,
        blank=True,
        help_text=_("Only for what happened, not for what comes next. Mails are not secret: nothing personal."),
    )
    letter_en = models.TextField(_("paragraph added to the mail, in English"), max_length=LONGEST_PARAGRAPH, blank=True)

    panels = [
        FieldPanel("service"),
        FieldPanel("about"),
        MultiFieldPanel(["words", "letter"], _("Vietnamese")),
        MultiFieldPanel(["words_en", "letter_en"], _("English")),
    ]

    objects = CitizenTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("text for citizens")
        verbose_name_plural = _("texts for citizens")
        ordering = ["about", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["service", "about"], name="citizen_text_once_per_service"),
            models.UniqueConstraint(
                fields=["about"], condition=Q(service__isnull=True), name="citizen_text_once_for_all"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.service or _('all services')}: {self.about}"

    def clean(self) -> None:
        """Hold for the Vietnamese page, refuse what says nothing."""
        super().clean()
        if self.service is not None:
            self.service = original_page(self.service)
        if not any(getattr(self, name) for name in (*SENTENCES, *PARAGRAPHS)):
            raise ValidationError(_("Write at least one sentence. Delete the text to use the built-in one again."))
