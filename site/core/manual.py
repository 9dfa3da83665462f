"""The editors' handbook inside the admin: docs/editors.md as a page, so that Help leads to it."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from core.markdown import as_html


def manual(request: HttpRequest) -> HttpResponse:
    """Show the handbook; 404 where it was not installed with the portal."""
    if not settings.EDITORS_MANUAL.exists():
        raise Http404
    title, _newline, text = settings.EDITORS_MANUAL.read_text().partition("\n")
    context = {"title": title.removeprefix("# "), "text": as_html(text), "language": settings.LANGUAGE_CODE}
    return render(request, "core/admin/manual.html", context)
