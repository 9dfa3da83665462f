"""Before you start: the one public page of filing. It knows nobody and sets no cookie."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.links import Link
from services.forms.views.public_pages import addresses, service_at, to_original
from services.forms.views.start_page import start


@require_safe
def apply(request: HttpRequest, slug: str) -> HttpResponse:
    """Return what you need, how long it takes, what it costs, what happens with your data; then the way to the form."""
    page = service_at(slug)
    if elsewhere := to_original(page, "apply"):
        return elsewhere
    context = {
        "title": _("Before you start"),
        "description": _("What you need before you file online: %(service)s") % {"service": page.title},
        "service": page,
        "start": start(page, request),
        "above": [Link(page.title, page.get_url(request) or "")],
        "addresses": addresses(page, "apply"),
    }
    return render(request, "services/forms/apply.html", context)
