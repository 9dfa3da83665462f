"""The search page, and what is suggested while somebody types."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from search.answers import answer
from search.suggestion_list import suggestions


def search(request: HttpRequest) -> HttpResponse:
    """`?q=` words, `?type=` one kind of answers, `?page=` from 1; the form alone while there are no words."""
    context = {
        "title": _("Search"),
        "description": _("Search the public services, guidance and departments of Thanh Hóa province."),
        "answer": answer(request),
    }
    return render(request, "search/search.html", context)


def suggest(request: HttpRequest) -> HttpResponse:
    """Links to what the words of `?q=` may become, a part of a page that the script of the search box shows."""
    response = render(request, "search/suggestions.html", {"suggested": suggestions(request)})
    response.headers["X-Robots-Tag"] = "noindex"
    return response
