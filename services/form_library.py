"""The library of forms: every public file that a visible service asks for or hands out, with the services using it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.paginator import Page
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext as _

from core.links import Link, links_to
from core.models import PortalDocument
from core.paging import Steps, address_of, page_of, query_string, steps_of
from core.text import has_words, sort_key
from core.visibility import visible_media
from services import facets
from services.filters import Filter, Removal, chosen_values, departments, question, removals
from services.listing import shown_titles
from services.models import RequiredDocument, Result, ServicePage
from services.traits import DEPARTMENT, owner_slugs

WORDS = "q"
MAX_LENGTH = 200
"""Characters of a question that are read; the rest is dropped."""


@dataclass
class Form:
    """One file: how it is called, and by the Vietnamese pages which services and departments use it."""

    pk: int
    names: list[str]
    services: list[int] = field(default_factory=list)
    values: dict[str, set[str]] = field(default_factory=lambda: {DEPARTMENT: set()})


@dataclass(frozen=True)
class Entry:
    """One line of the library. `code` is "" while nobody has named it."""

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
    page = page_of([form.pk for form in found], request)
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
    return [form for form in _all_forms(request) if has_words(" ".join(form.names), words)]


def entries(ids: Iterable[int], request: HttpRequest | None) -> list[Entry]:
    """The forms with these ids in full, in that order, with the services of `_all_forms`."""
    ids = list(ids)
    uses = _uses(ids)
    documents = visible_media(PortalDocument.objects).in_bulk(ids)
    pages = ServicePage.objects.on_site(settings.LANGUAGE_CODE).filter(pk__in={page for _form, page, _code in uses})
    services = {page.pk: page for page in pages.select_related("locale")}
    links = links_to(services.values(), request)

    def entry(document: Any) -> Entry:
        own = [(services[page], code) for form, page, code in uses if form == document.pk and page in services]
        keys = dict.fromkeys(page.translation_key for page, _code in own)
        code = document.code or next((code for _page, code in own if code), "")
        return Entry(document, code, [links[key] for key in keys])

    return [entry(documents[pk]) for pk in ids if pk in documents]


def _all_forms(request: HttpRequest | None) -> list[Form]:
    """All forms in dictionary order, in a number of queries that does not depend on how many there are."""
    uses = _uses()
    titles = visible_media(PortalDocument.objects).filter(pk__in={form for form, _page, _code in uses})
    forms = {pk: Form(pk, [title, code]) for pk, title, code in titles.values_list("pk", "title", "code")}
    services = _services({page for _form, page, _code in uses}, owner_slugs(request))
    for pk, page, code in uses:
        if pk in forms and page in services:
            form, (names, department) = forms[pk], services[page]
            form.names += [*names, code]
            form.services.append(page)
            form.values[DEPARTMENT].add(department)
    return sorted((form for form in forms.values() if form.services), key=lambda form: sort_key(form.names[0]))


def _uses(forms: Iterable[int] | None = None) -> list[tuple[int, int, str]]:
    """Form, service and the code that the service gives it, for every paper and result with a file."""
    chosen = Q(template__isnull=False) if forms is None else Q(template__in=list(forms))
    papers = RequiredDocument.objects.filter(chosen).order_by("page_id", "sort_order")
    results = Result.objects.filter(chosen).order_by("page_id", "sort_order")
    return [
        *papers.values_list("template_id", "page_id", "template_code"),
        *((form, page, "") for form, page in results.values_list("template_id", "page_id")),
    ]


def _services(ids: set[int], owners: dict[str, str]) -> dict[int, tuple[list[str], str]]:
    """Of the public services among these pages: the titles a reader may know, and the slug of the owner."""
    shown: dict[UUID, str] = shown_titles()
    rows = ServicePage.objects.on_site(settings.LANGUAGE_CODE).filter(pk__in=ids).with_owner_path()
    return {
        pk: ([title, shown.get(key, "")], owners.get(path, ""))
        for pk, key, title, path in rows.values_list("pk", "translation_key", "title", "owner_path")
    }
