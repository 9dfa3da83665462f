"""Pages about services that no editor writes: the levels, the ways into the list, the forms."""

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core.errors import NotFoundInWords
from core.i18n import reader_language
from core.links import Link
from core.procedure_codes import read_code
from services.catalogue.filter_values import AUDIENCE
from services.catalogue.form_library import form_library
from services.catalogue.law_pages import addresses_of, law_page
from services.catalogue.listing import listing
from services.catalogue.units import units_by_level
from services.catalogue.vocabulary_pages import LABELS, LEADS, counted_groups, group_topics, term_page_at, topics
from services.models import ServicePage
from services.rules.choices import Level
from services.rules.levels import describe


def levels(request: HttpRequest) -> HttpResponse:
    """Return the four levels in plain words, with the units that run levels 3 and 4, counted from the pages."""
    context = {
        "title": _("The four levels of online public services"),
        "description": _("What each level of an online public service promises, and which units run levels 3 and 4."),
        "levels": [{"level": level, "words": describe(level)} for level in Level],
        "units": units_by_level(request),
    }
    return render(request, "services/levels.html", context)


def by_code(request: HttpRequest, code: str) -> HttpResponse:
    """To the page of the published service with this procedure code, of today or older; 404 when there is none."""
    asked = read_code(code)
    services = ServicePage.objects.answering(reader_language()).with_code([asked] if asked else [])
    service = services.order_by(F("alias_of").asc(nulls_first=True), "-has_code_today", "-first_published_at").first()
    if service is None:
        raise NotFoundInWords(_("No published service has the code %(code)s.") % {"code": code})
    original = service.shown_instead
    return redirect((original or service).specific.get_url(request), permanent=original is None)


def all_topics(request: HttpRequest, kind: str) -> HttpResponse:
    """Return every field, audience or life event that services use."""
    context = {
        "title": LABELS[kind],
        "description": LEADS[kind],
        "groups": group_topics(counted_groups()) if kind == AUDIENCE else [],
        "topics": topics(kind),
    }
    return render(request, "services/topics.html", context)


def topic(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """Return the services of one field, audience or life event;
    a slug of another language leads to that of this one.
    """
    place = term_page_at(kind, slug)
    address = place.addresses.get(reader_language(), request.path)
    if address != request.path:
        query = request.META.get("QUERY_STRING", "")
        return redirect(f"{address}?{query}" if query else address, permanent=True)
    services = _("Public services of Thanh Hóa province: documents, time limits, fees and where to file.")
    context = {
        "title": place.name.text,
        "description": place.summary or f"{place.name.text}. {services}",
        "place": place,
        "above": [Link(str(LABELS[kind]), reverse(f"{kind}_list"))],
        "addresses": place.addresses,
        "listing": listing(request, fixed={kind: place.value}),
    }
    return render(request, "services/topic.html", context)


def forms(request: HttpRequest) -> HttpResponse:
    """Return every public form to download, narrowed by `?department=` and `?q=`."""
    context = {
        "title": _("Forms"),
        "description": _(
            "The forms of the services of this portal: files to download here, and files named on other websites."
        ),
        "library": form_library(request),
    }
    return render(request, "services/forms.html", context)


def legal_document(request: HttpRequest, key: str) -> HttpResponse:
    """Return one legal document with its state; the number of a row leads to its key where it has one."""
    law = law_page(key, request)
    addresses = addresses_of(law.document)
    if addresses[reader_language()] != request.path:
        return redirect(addresses[reader_language()], permanent=True)
    context = {
        "title": law.name,
        "description": f"{law.name}: {law.standing.in_words}. {law.document.title}",
        "addresses": addresses,
        "law": law,
    }
    return render(request, "services/law.html", context)
