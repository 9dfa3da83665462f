"""The feed of new and changed services."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from core import atom
from core.change_notes import latest_notes
from core.links import only_page, pairs
from departments.department_cache import department_cache
from services.models import ServiceIndexPage, ServicePage


def services_feed(request: HttpRequest) -> HttpResponse:
    """Return the services that were published or changed last, in the reader's language where translated."""
    services = ServicePage.objects.on_site(settings.LANGUAGE_CODE).filter(last_published_at__isnull=False)
    found = pairs(services.order_by("-last_published_at", "-pk")[: atom.LONGEST])
    notes = latest_notes(shown for _original, shown in found)
    owner_of = department_cache(request).link_above
    entries = [
        atom.entry_of(
            original,
            shown,
            request,
            topic=owner.text if (owner := owner_of(original)) else "",
            note=notes.get(shown.pk),
        )
        for original, shown in found
    ]
    home = only_page(ServiceIndexPage, request)
    return atom.answer(request, title=_("New and changed services"), home=home, entries=entries)
