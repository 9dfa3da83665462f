"""The feed of a search: services for these words that are new or have changed."""

import unicodedata

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from core import atom
from core.i18n import reader_language
from core.links import Link
from core.paging import query_string
from core.text import clean
from search.answers import WORDS
from search.kinds import Kind
from search.query import MAX_LENGTH, Found, find
from services.catalogue.feeds import newest_entries
from services.models import ServicePage


def search_feed(request: HttpRequest) -> HttpResponse:
    """`?q=` words: the services found for them that were published or changed last; without words those of all."""
    words = writable(request.GET.get(WORDS, ""))[:MAX_LENGTH]
    if not words:
        return HttpResponseRedirect(reverse("services_feed"))
    query = query_string({WORDS: words})
    keys = Page.objects.filter(pk__in=services_for(find(words, reader_language()))).values("translation_key")
    services = ServicePage.objects.on_site(settings.LANGUAGE_CODE).filter(translation_key__in=keys)
    return atom.answer(
        request,
        title=_("New and changed services for “%(words)s”") % {"words": words},
        home=Link(words, reverse("search") + query),
        entries=newest_entries(services, request),
        query=query,
    )


def writable(text: str) -> str:
    """Return what of a line may stand in XML: no signs that are no characters (Unicode's general category C)."""
    return clean("".join(char if unicodedata.category(char)[0] != "C" else " " for char in text))


def services_for(found: Found) -> list[int]:
    """Return the services that have all of the question, those that have most of it when none has all; also the ones
    found in Vietnamese alone.
    """
    services = [hit for hit in (*found.hits, *found.only_source) if hit.kind == Kind.SERVICE]
    complete = [hit.pk for hit in services if hit.has_all]
    return complete or [hit.pk for hit in services]
