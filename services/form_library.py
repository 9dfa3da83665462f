"""The library of forms: every public file that a visible service asks for or hands out, with the services using it."""

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
from services import facets
from services.filters import Filter, Removal, chosen_values, departments, question, removals
from services.models import RequiredDocument, Result, ServicePage
from services.traits import DEPARTMENT, owner_slugs

WORDS = "q"
MAX_LENGTH = 200
"""Characters of a question that are read; the rest is dropped."""


@dataclass(eq=False)
class Form:
    """One file, and the public services that use it.

    `names` are its title, its code and the codes that services give it; `titles` those of the services; `services` the
    ids of their Vietnamese pages; `values` what the filters ask for.
    """

    document: Any
    names: list[str]
    titles: list[str] = field(default_factory=list)
    services: list[int] = field(default_factory=list)
    values: dict[str, set[str]] = field(default_factory=lambda: {DEPARTMENT: set()})

    @property
    def code(self) -> str:
        """The code of the file, or the first that a service gives it; "" while nobody has named it."""
        return self.names[1] or next((name for name in self.names[2:] if name), "")


@dataclass(frozen=True)
class Entry:
    """One line of the library."""

    document: Any
    code: str
    services: list[Link]


@dataclass(frozen=True)
class FormLibrary:
    """One page of the library, with what narrows it."""

    entries: list[Entry]
    page: Page
    steps: Steps | None
    query: str
    words: str
    filters: list[Filter]
    removals: list[Removal]


def form_library(request: HttpRequest) -> FormLibrary:
    """The forms that the request asks for, in dictionary order, twenty a page."""
    words = request.GET.get(WORDS, "").strip()[:MAX_LENGTH]
    asked = question(request, DEPARTMENT, _("Department"), departments(request))
    chosen = chosen_values([asked])
    named = forms_named(words, request)
    counts = facets.counted((form.values for form in named), chosen)
    found = facets.matching(named, lambda form: form.values, chosen)
    kept = {WORDS: words, **chosen}
    page = page_of(found, request)
    own = [Removal(_("Words"), words, "", query_string(chosen) or "?")] if words else []
    return FormLibrary(
        entries=entries(page.object_list, request),
        page=page,
        steps=steps_of(page, kept),
        query=address_of(page, kept),
        words=words,
        filters=[asked.with_counts(counts.get(DEPARTMENT, {}))],
        removals=[*own, *removals([asked], kept)],
    )


def forms_named(words: str, request: HttpRequest | None) -> list[Form]:
    """The forms with all of the words in their title, code or services; all of them when there are no words."""
    return [form for form in _all_forms(request) if has_words(" ".join((*form.names, *form.titles)), words)]


def entries(forms: Iterable[Form], request: HttpRequest | None) -> list[Entry]:
    """The given forms with links to their services, which cost two queries for all of them."""
    forms = list(forms)
    pages = ServicePage.objects.filter(pk__in={page for form in forms for page in form.services})
    services = pages.select_related("locale").in_bulk()
    links = links_to(services.values(), request)
    return [
        Entry(
            form.document, form.code, [links[services[page].translation_key] for page in dict.fromkeys(form.services)]
        )
        for form in forms
    ]


def _all_forms(request: HttpRequest | None) -> list[Form]:
    """All forms in dictionary order, in a number of queries that does not depend on how many there are."""
    uses = _uses()
    documents = visible_media(PortalDocument.objects).in_bulk({form for form, _page, _code in uses})
    forms = {pk: Form(document, [document.title, document.code]) for pk, document in documents.items()}
    services = _services({page for _form, page, _code in uses}, owner_slugs(request))
    for pk, page, code in uses:
        if pk in forms and page in services:
            form, (titles, department) = forms[pk], services[page]
            form.names.append(code)
            form.titles += titles
            form.services.append(page)
            form.values[DEPARTMENT].add(department)
    return sorted((form for form in forms.values() if form.services), key=lambda form: sort_key(form.document.title))


def _uses() -> list[tuple[int, int, str]]:
    """Form, service and the code that the service gives it, for every paper and result with a file; in one query."""
    columns = ("template_id", "page_id", "code_here")
    papers = RequiredDocument.objects.filter(template__isnull=False).annotate(code_here=F("template_code"))
    results = Result.objects.filter(template__isnull=False).annotate(code_here=Value(""))
    return sorted(papers.order_by().values_list(*columns).union(results.order_by().values_list(*columns)))


def _services(ids: set[int], owners: dict[str, str]) -> dict[int, tuple[list[str], str]]:
    """Of the public services among these pages: the titles a reader may know, and the slug of the owner."""
    rows = ServicePage.objects.on_site(settings.LANGUAGE_CODE).filter(pk__in=ids).with_owner_path()
    rows = rows.with_shown_title(reader_language())
    return {
        pk: ([title, shown], owners.get(path, ""))
        for pk, title, shown, path in rows.values_list("pk", "title", "shown_title", "owner_path")
    }
