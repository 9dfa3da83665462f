"""Pages about the portal that no editor writes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from home.site_map import site_map


def sitemap_page(request: HttpRequest) -> HttpResponse:
    """Return the sitemap for people."""
    context = {
        "title": _("Sitemap"),
        "description": _("Every way into this portal on one page."),
        "site_map": site_map(request),
    }
    return render(request, "home/sitemap_page.html", context)
