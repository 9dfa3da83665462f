"""Links to pages and names of terms, in the reader's language or marked with the language they are in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.models import Page, TranslatableMixin

from core.i18n import Translated, in_language, reader_language
from core.visibility import visible

if TYPE_CHECKING:
    from core.models import Term


ENGLISH_WORDS = "in-english"
"""The place of a Vietnamese page that holds its words in English."""


@dataclass(frozen=True)
class Link:
    """A text and where it leads: `url` is "" when there is nothing to open, `lang` "" in the reader's own language.

    `leads_to` is the language of the page where the text is in another one.
    """

    text: str
    url: str = ""
    lang: str = ""
    leads_to: str = ""


def foreign(language: str) -> str:
    """Return the language to mark a text with, or "" when the reader's page is in it anyway."""
    return "" if language == reader_language() else language


def link_to(page: Page, request: HttpRequest | None) -> Link:
    """Return a link to this very page; a page that is not published gives its name only.

    A reader of English reads the title in English that a Vietnamese page may have, and lands at its words in English.
    """
    url = (page.get_url(request) if page.live else None) or ""
    language = foreign(page.locale.language_code)
    if language == "vi" and (english := getattr(page, "english_title", "")):
        return Link(english, f"{url}#{ENGLISH_WORDS}" if url else "", "", language)
    return Link(page.title, url, language)


def links_to(pages: Iterable[Page], request: HttpRequest | None) -> dict[UUID, Link]:
    """Return links by translation key: to the page in the reader's language where it is published, else to the page
    itself.

    A page that only stands in for an untranslated one gives way to the original.
    """
    found = in_language(originals(pages), reader_language())
    return {key: link_to(page, request) for key, page in found.items()}


def public_links(pages: Iterable[Page], request: HttpRequest | None) -> dict[UUID, Link]:
    """Return the same of those pages that anybody may see, for pages that an editor chose."""
    pages = originals(pages)
    public = set(visible(Page.objects).filter(pk__in=[page.pk for page in pages]).values_list("pk", flat=True))
    return links_to([page for page in pages if page.pk in public], request)


def only_page(model: type[Page], request: HttpRequest | None) -> Link | None:
    """Return a link to the one page of its kind, such as a list; None while nobody may see it."""
    pages = visible(model.objects).filter(locale__language_code=settings.LANGUAGE_CODE).select_related("locale")
    return next(iter(links_to(pages[:1], request).values()), None)


def originals(pages: Iterable[Page]) -> list[Page]:
    """Return the same pages, with each stand-in replaced by the page it stands for, in one query per model."""
    pages = list(pages)
    by_model: dict[type[Page], set[int]] = {}
    for page in pages:
        if page.alias_of_id:
            by_model.setdefault(type(page), set()).add(page.alias_of_id)
    found: dict[int, Page] = {}
    for model, ids in by_model.items():
        found.update(model._default_manager.select_related("locale").in_bulk(ids))
    return [found.get(page.alias_of_id, page) for page in pages]


def pairs(originals: QuerySet[Translated], *related: str) -> list[tuple[Translated, Translated]]:
    """Return each Vietnamese object with what the reader gets to see: its published translation, else itself; in one
    query.

    The pairs are in the model's own order; what `related` names is read along.
    """
    language = reader_language()
    if language == settings.LANGUAGE_CODE:
        return [(one, one) for one in originals.select_related("locale", *related)]
    translated = Q(translation_key__in=originals.values("translation_key"), locale__language_code=language)
    rows = originals.model._default_manager.filter(Q(pk__in=originals.values("pk")) | translated).select_related(
        "locale", *related
    )
    rows = list(rows.order_by(*originals.query.order_by or originals.model._meta.ordering))
    shown = {row.translation_key: row for row in rows if row.locale.language_code == language and _stands_alone(row)}
    return [(row, shown.get(row.translation_key, row)) for row in rows if row.locale.language_code != language]


def _stands_alone(row: TranslatableMixin) -> bool:
    """Return whether a translation may be shown: a term always, a page once it is published and no stand-in."""
    return not hasattr(row, "alias_of_id") or (row.live and row.alias_of_id is None)


def name_of(term: "Term") -> Link:
    """Return the name of a vocabulary term, with the language it is in."""
    return Link(term.name, "", foreign(term.locale.language_code))
