"""What a department offers: its services and how many it has at each level, counted from the pages."""

from collections import Counter
from dataclasses import dataclass

from django.conf import settings
from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat
from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page

from core.i18n import reader_language
from core.links import Link, link_to, pairs
from core.models import PortalDocument, PortalSettings
from core.paging import query_string
from core.procedure_codes import shorten_codes
from core.text import has_words, sort_key
from core.visibility import visible, visible_media
from departments.department_cache import department_cache
from departments.models import DepartmentPage
from services.catalogue.filter_values import DEPARTMENT
from services.catalogue.form_library import MAX_LENGTH, WORDS
from services.catalogue.listing import Listing, by_title, paged
from services.models import HandlingAgency, RequiredDocument, Result, ServicePage
from services.models.querysets import ServiceQuerySet
from services.pages.reception import FilingPlace, place_of
from services.rules.choices import AgencyRole, Level
from services.rules.paper_forms import file_names

SEARCHED = ("official_name", "alt_names", "procedure_code", "legacy_code", "summary", "english_alt_names")
FORMS_SHOWN = 10
"""Up to this many forms stand on the page of a department; the library has them all."""


@dataclass(frozen=True)
class LevelCount:
    """How many services have one level."""

    level: int
    name: str
    count: int


@dataclass(frozen=True)
class Offer:
    """The number of services of a department, in all and level by level; levels without services are left out."""

    total: int
    levels: list[LevelCount]


def counts_by_owner() -> dict[str, Offer]:
    """Return what every department offers, by the tree path of its Vietnamese page, in one query."""
    rows = ServicePage.objects.on_site(settings.LANGUAGE_CODE).with_owner_path().values_list("owner_path", "level")
    counted: dict[str, Counter[int | None]] = {}
    for path, level in rows.order_by("pk"):
        counted.setdefault(path, Counter())[level] += 1
    return {path: _offer(levels) for path, levels in counted.items()}


def _offer(levels: Counter) -> Offer:
    return Offer(
        levels.total(), [LevelCount(int(level), str(level.label), levels[level]) for level in Level if levels[level]]
    )


def services_of(department: DepartmentPage, request: HttpRequest) -> Listing:
    """Return the services a department handles today that have the words of `?q=`, one page of them."""
    return _searched(_owned(department, request), request)


def formerly_of(department: DepartmentPage, request: HttpRequest) -> Listing:
    """Return the services a former department handled on the old portal; today's owner stands on each card."""
    services = ServicePage.objects.on_site(settings.LANGUAGE_CODE)
    return _searched(services.filter(former_department__translation_key=department.translation_key), request)


def _searched(services: ServiceQuerySet, request: HttpRequest) -> Listing:
    words = request.GET.get(WORDS, "").strip()[:MAX_LENGTH]
    rows = services.with_shown_title(reader_language()).order_by("pk")
    rows = list(rows.values_list("pk", "shown_title", "title", *SEARCHED))
    found = [row[:2] for row in rows if has_words(" ".join(row[1:]), shorten_codes(words))]
    return paged(by_title(found), request, {WORDS: words}, words=words, in_all=len(rows))


def _owned(department: DepartmentPage, request: HttpRequest) -> ServiceQuerySet:
    """Vietnamese services under this department, whatever the language of the page."""
    return ServicePage.objects.on_site(settings.LANGUAGE_CODE).owned_by(_in_source_language(department, request))


def _in_source_language(department: DepartmentPage, request: HttpRequest) -> list[DepartmentPage]:
    register = department_cache(request)
    if department.is_commune:  # its services stand below the department that keeps those of all communes
        department = register.above(department) or department
    if reader_language() == settings.LANGUAGE_CODE:
        return [department]
    originals = register.originals
    return [page for page in originals if page.translation_key == department.translation_key]


@dataclass(frozen=True)
class AtDepartment:
    """What else a visitor of a department needs. Only the first forms are named; `forms_url` leads to all of them."""

    filing_places: list[str]
    reception: FilingPlace
    guides: list[Link]
    forms: list[PortalDocument]
    forms_in_all: int
    forms_url: str


def at_department(department: DepartmentPage, request: HttpRequest) -> AtDepartment:
    """Return where dossiers are handed in, guidance about the services, and the forms they ask for."""
    pages = _in_source_language(department, request)
    found = _around(ServicePage.objects.on_site(settings.LANGUAGE_CODE).owned_by(pages).values("pk"))
    forms = sorted(
        visible_media(PortalDocument.objects).filter(pk__in=found["form"]), key=lambda form: sort_key(form.title)
    )
    elsewhere = {(url, name) for lines in found["elsewhere"] for url, *names in [file_names(lines)] for name in names}
    return AtDepartment(
        filing_places=sorted(found["place"], key=sort_key),
        reception=place_of(department, None, PortalSettings.load(request_or_site=request), department_cache(request)),
        guides=_guides(found["guide"], request),
        forms=forms[:FORMS_SHOWN],
        forms_in_all=len(forms) + len(elsewhere),
        forms_url=reverse("forms") + query_string({DEPARTMENT: next((page.slug for page in pages), "")}),
    )


def _around(services: ServiceQuerySet) -> dict[str, list[str]]:
    """Return what the services of a department point at, in one query: counters, guidance,
    and the files they ask for.
    """
    papers = RequiredDocument.objects.filter(page__in=services, template__isnull=False)
    results = Result.objects.filter(page__in=services, template__isnull=False)
    agencies = HandlingAgency.objects.filter(page__in=services).exclude(address="").exclude(role=AgencyRole.COOPERATING)
    guides = Page.objects.filter(guidancepage__related_services__service__in=services)
    named = RequiredDocument.objects.filter(page__in=services).exclude(template_url="").exclude(template_files="")
    at_page = Concat("template_url", Value("\n"), "template_files", output_field=CharField())
    sources = (
        ("form", papers, "template_id"),
        ("form", results, "template_id"),
        ("guide", guides, "pk"),
        ("elsewhere", named, at_page),
    )
    first, *others = (
        rows.order_by().annotate(sort=Value(sort), found=Cast(column, CharField())).values_list("sort", "found")
        for sort, rows, column in (("place", agencies, "address"), *sources)
    )
    around: dict[str, list[str]] = {"place": [], "guide": [], "form": [], "elsewhere": []}
    for sort, value in first.union(*others):
        around[sort].append(value)
    return around


def _guides(ids: list[str], request: HttpRequest) -> list[Link]:
    """Return published guidance among these pages, in the reader's language where translated."""
    found = visible(Page.objects).filter(pk__in=ids, locale__language_code=settings.LANGUAGE_CODE)
    return [link_to(shown, request) for _guide, shown in pairs(found.order_by("path"))]
