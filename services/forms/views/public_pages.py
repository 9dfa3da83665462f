"""Public pages beside that of a service, such as the one before filing: found by its slug, told by language."""

from uuid import UUID

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation

from core.i18n import reader_language
from core.visibility import visible
from services.models import ServicePage


def service_at(slug: str) -> ServicePage:
    """Return the service that answers at that slug in the reader's language, be it for another page; Http404 without
    one.
    """
    page: ServicePage | None = ServicePage.objects.answering(reader_language()).filter(slug=slug).with_facts().first()
    if page is None:
        raise Http404
    return page


def to_original(page: ServicePage, name: str, query: str = "") -> HttpResponseRedirect | None:
    """From a page that only stands in for a translation to the same place of the original; None for a real page."""
    original = page.shown_instead
    if original is None:
        return None
    with translation.override(original.locale.language_code):
        address = reverse(name, args=[original.slug])
    return redirect(f"{address}?{query}" if query else address)


def addresses(page: ServicePage, name: str) -> dict[str, str]:
    """Return where this place of the service is read, by language."""
    translations = visible(ServicePage.objects).translated().filter(translation_key=page.translation_key)
    found = {}
    for code, slug in translations.values_list("locale__language_code", "slug"):
        with translation.override(code):
            found[code] = reverse(name, args=[slug])
    return found


def apply_url(service_key: UUID) -> str:
    """Return the page to read before filing, in the reader's language; "" when the service is not public any more."""
    pages = ServicePage.objects.answering(reader_language()).filter(translation_key=service_key)
    slug = pages.values_list("slug", flat=True).first()
    return reverse("apply", args=[slug]) if slug else ""
