"""Pages about services that no editor writes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from services.choices import Level, OnlineScope
from services.levels import default_scope, describe
from services.units import units_by_level


def levels(request: HttpRequest) -> HttpResponse:
    """The four levels in plain words, with the units that run levels 3 and 4, counted from the pages."""
    described = [{"level": level, "words": describe(level), "scope": OnlineScope(default_scope(level)).label} for level in Level]
    return render(request, "services/levels.html", {"levels": described, "units": units_by_level(request)})
