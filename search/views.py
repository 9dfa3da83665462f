"""The search page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from search.answers import answer


def search(request: HttpRequest) -> HttpResponse:
    """`?q=` words, `?type=` one kind of answers, `?page=` from 1; the form alone while there are no words."""
    return render(request, "search/search.html", {"answer": answer(request)})
