"""The style page: every component with made-up values, for those who build pages. Served with DEBUG only."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.style_samples import samples


def style_page(request: HttpRequest) -> HttpResponse:
    """Return all components on one page."""
    return render(request, "style/page.html", samples())
