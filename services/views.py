"""Pages about services that no editor writes."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core.errors import NotFoundInWords
from core.i18n import reader_language
from services.choices import Level, OnlineScope
from services.levels import default_scope, describe
from services.models import ServicePage
from services.units import units_by_level


def levels(request: HttpRequest) -> HttpResponse:
    """The four levels in plain words, with the units that run levels 3 and 4, counted from the pages."""
    described = [
        {"level": level, "words": describe(level), "scope": OnlineScope(default_scope(level)).label} for level in Level
    ]
    context = {
        "title": _("The four levels of online public services"),
        "description": _("What each level of an online public service promises, and which units run levels 3 and 4."),
        "levels": described,
        "units": units_by_level(request),
    }
    return render(request, "services/levels.html", context)


def by_code(request: HttpRequest, code: str) -> HttpResponse:
    """To the page of the published service with this procedure code, of today or older; 404 when there is none."""
    named = Q(procedure_code=code) | Q(legacy_code=code)
    service = ServicePage.objects.on_site(reader_language()).filter(named).order_by("-first_published_at").first()
    if service is None:
        raise NotFoundInWords(_("No published service has the code %(code)s.") % {"code": code})
    target = service.alias_of.specific if service.is_untranslated_alias else service
    return redirect(target.get_url(request), permanent=not service.is_untranslated_alias)
