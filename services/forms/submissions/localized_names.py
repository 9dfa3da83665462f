"""The names of a dossier's service and agency for a reader: the words of their published pages, else those it keeps.

The dossier keeps the Vietnamese names of the day it was begun; the pages of another language are found by key.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from wagtail.models import Page

from core.visibility import visible
from services.forms.models import Submission


@dataclass(frozen=True)
class LocalizedName:
    """A name and the language it is in where that is not the reader's, to mark it with; else `lang` is ""."""

    text: str
    lang: str = ""

    def __str__(self) -> str:
        return self.text


class LocalizedNames:
    """The names for some dossiers in one language: one question to the database, none for the Vietnamese."""

    def __init__(self, submissions: Iterable[Submission], language: str) -> None:
        self._lang = "" if language == settings.LANGUAGE_CODE else settings.LANGUAGE_CODE
        keys = {key for row in submissions for key in (row.service_key, row.agency_key) if key} if self._lang else set()
        self._titles = _published_titles(keys, language)

    def service(self, submission: Submission) -> LocalizedName:
        return self._named(submission.service_key, submission.service_title)

    def agency(self, submission: Submission) -> LocalizedName:
        return self._named(submission.agency_key, submission.agency_name)

    def _named(self, key: UUID | None, kept: str) -> LocalizedName:
        title = self._titles.get(key) if key else None
        return LocalizedName(title) if title else LocalizedName(kept, self._lang)


def service_title(submission: Submission, language: str) -> LocalizedName:
    """Return what the service of one dossier is called in a language."""
    return LocalizedNames([submission], language).service(submission)


def agency_name(submission: Submission, language: str) -> LocalizedName:
    """Return what the agency of one dossier is called in a language."""
    return LocalizedNames([submission], language).agency(submission)


def name_of(key: UUID | str | None, kept: str, language: str) -> LocalizedName:
    """Return what a page is called in a language, found by its key; `kept` is its Vietnamese name."""
    if not key or language == settings.LANGUAGE_CODE:
        return LocalizedName(kept)
    title = _published_titles({UUID(str(key))}, language).get(UUID(str(key)))
    return LocalizedName(title) if title else LocalizedName(kept, settings.LANGUAGE_CODE)


def _published_titles(keys: set[UUID], language: str) -> dict[UUID, str]:
    """Titles by key, of pages everybody may read; one that only stands in for an untranslated page is none."""
    if not keys:
        return {}
    pages = visible(Page.objects).filter(translation_key__in=keys, locale__language_code=language)
    return dict(pages.filter(alias_of__isnull=True).values_list("translation_key", "title"))
