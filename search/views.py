"""The search page, and what is suggested while somebody types."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from search.answers import answer
from search.query_log import asked_as, log_query
from search.suggestion_list import suggestions


def search(request: HttpRequest) -> HttpResponse:
    """`?q=` words, `?type=` one kind of answers, `?page=` from 1; the form alone while there are no words."""
    found = answer(request)
    if found.words and found.page.number == 1:
        log_query(asked_as(found.words), get_language() or "", found.total)
    context = {
        "title": _("Search"),
        "description": _("Search the public services, guidance and departments of Thanh Hóa province."),
        "answer": found,
    }
    return render(request, "search/search.html", context)


def suggest(request: HttpRequest) -> HttpResponse:
    """Links to what the words of `?q=` may become, a part of a page that the script of the search box shows."""
    response = render(request, "search/suggestions.html", {"suggested": suggestions(request)})
    response.headers["X-Robots-Tag"] = "noindex"
    return response
