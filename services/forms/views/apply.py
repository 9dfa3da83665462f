"""Before you start: the one public page of filing. It knows nobody and sets no cookie."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.i18n import reader_language
from core.links import Link
from services.forms.starting import start
from services.models import ServicePage


@require_safe
def apply(request: HttpRequest, slug: str) -> HttpResponse:
    """What you need, how long it takes, what it costs, what happens with your data; then the way to the form."""
    page = ServicePage.objects.on_site(reader_language()).filter(slug=slug).with_facts().first()
    if page is None:
        raise Http404
    if page.is_untranslated_alias:
        original = page.alias_of
        with translation.override(original.locale.language_code):
            return redirect("apply", slug=original.slug)
    context = {
        "title": _("Before you start"),
        "description": _("What you need before you file online: %(service)s") % {"service": page.title},
        "service": page,
        "start": start(page, request),
        "above": [Link(page.title, page.get_url(request) or "")],
        "addresses": _addresses(page),
    }
    return render(request, "services/forms/apply.html", context)


def _addresses(page: ServicePage) -> dict[str, str]:
    """Where the page is read, by language."""
    translations = ServicePage.objects.live().translated().filter(translation_key=page.translation_key)
    found = {}
    for code, slug in translations.values_list("locale__language_code", "slug"):
        with translation.override(code):
            found[code] = reverse("apply", args=[slug])
    return found
