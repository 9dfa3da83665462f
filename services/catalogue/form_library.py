"""The library of forms: every file that a visible service asks for or hands out, here or elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.paginator import Page
from django.db.models import F, Value
from django.http import HttpRequest
from django.utils.translation import gettext as _

from core.i18n import reader_language
from core.links import Link, links_to
from core.models import PortalDocument
from core.paging import Steps, address_of, page_of, query_string, steps_of
from core.text import has_words, sort_key
from core.visibility import visible_media
from services.catalogue import facets
from services.catalogue.filter_values import DEPARTMENT, owner_slugs
from services.catalogue.filters import Filter, Removal, chosen_values, departments, question, removals
from services.models import RequiredDocument, Result, ServicePage
from services.rules.paper_forms import PaperForm, file_names

WORDS = "q"
MAX_LENGTH = 200
"""Characters of a question that are read; the rest is dropped."""


@dataclass(eq=False)
class LibraryForm:
    """One file, here or elsewhere, and the public services that use it.

    `title` is that of a file here, the name of its paper for one elsewhere; `codes` are its own code and those that
    services give it; `titles` those of the services; `services` the ids of their Vietnamese pages; `values` what the
    filters ask for.
    """

    found_at: PaperForm
    title: str
    codes: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    services: list[int] = field(default_factory=list)
    values: dict[str, set[str]] = field(default_factory=lambda: {DEPARTMENT: set()})

    @property
    def code(self) -> str:
        """The code of the file, or the first that a service gives it; "" while nobody has named it."""
        return next((code for code in self.codes if code), "")

    @property
    def words(self) -> str:
        """Everything a reader may look for it by."""
        return " ".join((self.title, *self.found_at.names, *self.codes, *self.titles))


@dataclass(frozen=True)
class LibraryEntry:
    """One line of the library."""

    found_at: PaperForm
    title: str
    code: str
    services: list[Link]


@dataclass(frozen=True)
class FormLibrary:
    """One page of the library, with what narrows it."""

    entries: list[LibraryEntry]
    page: Page
    steps: Steps | None
    query: str
    words: str
    filters: list[Filter]
    removals: list[Removal]


def form_library(request: HttpRequest) -> FormLibrary:
    """Return the forms that the request asks for, in dictionary order, twenty a page."""
    words = request.GET.get(WORDS, "").strip()[:MAX_LENGTH]
    asked = question(request, DEPARTMENT, _("Department"), departments(request))
    chosen = chosen_values([asked])
    named = forms_named(words, request)
    counts = facets.counted((form.values for form in named), chosen)
    found = facets.matching(named, lambda form: form.values, chosen)
    kept = {WORDS: words, **chosen}
    page = page_of(found, request)
    own = [Removal(_("Words to find"), words, "", query_string(chosen) or "?")] if words else []
    return FormLibrary(
        entries=entries(page.object_list, request),
        page=page,
        steps=steps_of(page, kept),
        query=address_of(page, kept),
        words=words,
        filters=[asked.with_counts(counts.get(DEPARTMENT, {}))],
        removals=[*own, *removals([asked], kept)],
    )


def forms_named(words: str, request: HttpRequest | None) -> list[LibraryForm]:
    """Return the forms with all of the words in their title, code or services; all of them when there are no words."""
    return [form for form in _all_forms(request) if has_words(form.words, words)]


def entries(forms: Iterable[LibraryForm], request: HttpRequest | None) -> list[LibraryEntry]:
    """Return the given forms with links to their services, which cost two queries for all of them."""
    forms = list(forms)
    pages = ServicePage.objects.filter(pk__in={page for form in forms for page in form.services})
    services = pages.select_related("locale").in_bulk()
    links = links_to(services.values(), request)
    return [
        LibraryEntry(
            form.found_at,
            form.title,
            form.code,
            [links[services[page].translation_key] for page in dict.fromkeys(form.services)],
        )
        for form in forms
    ]


def _all_forms(request: HttpRequest | None) -> list[LibraryForm]:
    """Return all forms in dictionary order, in a number of queries that does not depend on how many there are."""
    uses = [*_uses_of_files(), *_uses_elsewhere()]
    services = _services({use.page for use in uses}, owner_slugs(request))
    forms: dict[Any, LibraryForm] = {}
    for use in uses:
        if use.page in services:
            form, (titles, department) = forms.setdefault(use.key, use.form), services[use.page]
            form.codes.append(use.code)
            form.titles += titles
            form.services.append(use.page)
            form.values[DEPARTMENT].add(department)
    return sorted(forms.values(), key=lambda form: (sort_key(form.title), form.found_at.names))


@dataclass(frozen=True)
class Use:
    """That a service asks for a form or hands it out, with the code it gives it; `key` tells forms apart."""

    key: Any
    form: LibraryForm
    page: int
    code: str


def _uses_of_files() -> list[Use]:
    """Return every paper and result with a public file here, in two queries."""
    columns = ("template_id", "page_id", "code_here")
    papers = RequiredDocument.objects.filter(template__isnull=False).annotate(code_here=F("template_code"))
    results = Result.objects.filter(template__isnull=False).annotate(code_here=Value(""))
    rows = sorted(papers.order_by().values_list(*columns).union(results.order_by().values_list(*columns)))
    files = visible_media(PortalDocument.objects).in_bulk({pk for pk, _page, _code in rows})
    forms = {pk: LibraryForm(PaperForm(file), file.title, [file.code]) for pk, file in files.items()}
    return [Use(pk, forms[pk], page, code) for pk, page, code in rows if pk in forms]


def _uses_elsewhere() -> list[Use]:
    """Return every file that a paper names on a page elsewhere; the same name on the same page is the same file."""
    papers = RequiredDocument.objects.exclude(template_url="").exclude(template_files="").order_by("page_id", "pk")
    columns = papers.values_list("template_url", "template_files", "page_id", "template_code", "name")
    return [
        Use((url, file), LibraryForm(PaperForm(None, url, (file,)), name), page, code)
        for url, files, page, code, name in columns
        for file in file_names(files)
    ]


def _services(ids: set[int], owners: dict[str, str]) -> dict[int, tuple[list[str], str]]:
    """Of the public services among these pages: the titles a reader may know, and the slug of the owner."""
    rows = ServicePage.objects.on_site(settings.LANGUAGE_CODE).filter(pk__in=ids).with_owner_path()
    rows = rows.with_shown_title(reader_language())
    return {
        pk: ([title, shown], owners.get(path, ""))
        for pk, title, shown, path in rows.values_list("pk", "title", "shown_title", "owner_path")
    }
