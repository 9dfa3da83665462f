"""The search page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from search.answers import answer


def search(request: HttpRequest) -> HttpResponse:
    """`?q=` words, `?type=` one kind of answers, `?page=` from 1; the form alone while there are no words."""
    context = {
        "title": _("Search"),
        "description": _("Search the public services, guidance and departments of Thanh Hóa province."),
        "answer": answer(request),
    }
    return render(request, "search/search.html", context)
