"""Pages about services that no editor writes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from services.units import units_by_level


def levels(request: HttpRequest) -> HttpResponse:
    """The four levels in plain words, with the units that run levels 3 and 4, counted from the pages."""
    return render(request, "services/levels.html", {"units": units_by_level(request)})
