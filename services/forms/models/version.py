"""Frozen forms: what was asked of the people who filed with it, word by word."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from services.forms.definition.questions import Form, form_from_json, form_in_words


class FormVersion(models.Model):
    """One state of a service's form. It never changes; another state of the form is another version.

    `definition` holds the structure and the Vietnamese words. `source` is the translation key of the page an editor
    designed the form on, or None when the form follows from the service's own cases and papers.
    """

    service_key = models.UUIDField(_("service"), db_index=True)
    number = models.PositiveIntegerField(_("number"))
    source = models.UUIDField(_("designed on the page"), null=True, blank=True)
    definition = models.JSONField(_("definition"))
    sha256 = models.CharField(_("digest"), max_length=64)
    structure_sha256 = models.CharField(_("digest of the structure"), max_length=64)
    created_at = models.DateTimeField(_("frozen at"), auto_now_add=True)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("frozen by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("version of a form")
        verbose_name_plural = _("versions of forms")
        constraints = [
            models.UniqueConstraint(fields=["service_key", "number"], name="form_version_number_unique"),
            models.UniqueConstraint(fields=["service_key", "sha256"], name="form_version_content_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.service_key} #{self.number}"

    def form(self, language: str = settings.LANGUAGE_CODE) -> Form:
        """Return the form in that language; a word that was never translated stays Vietnamese."""
        form = form_from_json(self.definition)
        if language == settings.LANGUAGE_CODE:
            return form
        return form_in_words(form, next((words.words for words in self.words.all() if words.language == language), {}))

    def speaks(self, language: str) -> bool:
        """Return whether the form was frozen in that language too."""
        return language == settings.LANGUAGE_CODE or any(words.language == language for words in self.words.all())


class FormWords(models.Model):
    """The words of one version in another language (services/forms/definition/questions.py: words_of)."""

    version = models.ForeignKey(FormVersion, on_delete=models.CASCADE, related_name="words")
    language = models.CharField(_("language"), max_length=10)
    words = models.JSONField(_("words"))
    created_at = models.DateTimeField(_("frozen at"), auto_now_add=True)

    class Meta:
        verbose_name = _("words of a form")
        verbose_name_plural = _("words of forms")
        constraints = [models.UniqueConstraint(fields=["version", "language"], name="form_words_once_per_language")]

    def __str__(self) -> str:
        return f"{self.version} ({self.language})"
