"""The editors' handbook inside the admin: docs/editors.md as a page with its pictures, so that Help leads to it."""

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from core.markdown import as_html, chapters

PICTURES = "screenshots"
"""The folder beside the handbook."""


def manual(request: HttpRequest) -> HttpResponse:
    """Show the handbook; 404 where it was not installed with the portal."""
    if not settings.EDITORS_MANUAL.exists():
        raise Http404
    title, _newline, text = settings.EDITORS_MANUAL.read_text().partition("\n")
    has_pictures = (settings.EDITORS_MANUAL.parent / PICTURES).is_dir()
    context = {
        "title": title.removeprefix("# "),
        "text": as_html(text, pictures=f"{reverse('manual')}{PICTURES}/" if has_pictures else ""),
        "chapters": chapters(text),
        "language": settings.LANGUAGE_CODE,
    }
    return render(request, "core/admin/manual.html", context)


def manual_picture(request: HttpRequest, name: str) -> FileResponse:
    """Answer a picture of the handbook."""
    path = settings.EDITORS_MANUAL.parent / PICTURES / f"{name}.png"
    if not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), content_type="image/png")
