"""What editors may look at before a page is public: the page as citizens see it, on paper, among the answers of a
search, in English. How wide the window is, Wagtail's own switch decides.
"""

from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.models import Page

CITIZEN, PRINT, SEARCH, ENGLISH = "", "print", "search", "english"
"""Wagtail's own mode has no name; on paper the same page has another stylesheet (templates/skeleton.html)."""


def modes(page: Page) -> Iterator[tuple[str, str]]:
    """Yield each mode with its name."""
    yield CITIZEN, _("As citizens see it")
    yield PRINT, _("As printed")
    yield SEARCH, _("In a search result")
    if page.pk and page.locale.language_code == settings.LANGUAGE_CODE:
        yield ENGLISH, _("In English")


def english_page(page: Page, request: HttpRequest) -> HttpResponse:
    """Return the latest draft of the translation, or a page that says that there is none."""
    found = Page.objects.filter(translation_key=page.translation_key, locale__language_code="en", alias_of=None)
    translation = found.first()
    if translation is None:
        return TemplateResponse(request, "core/preview_untranslated.html", {"title": _("Not translated yet")})
    shown: HttpResponse = translation.get_latest_revision_as_object().make_preview_request(request, CITIZEN)
    return shown
