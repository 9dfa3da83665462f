"""The search page."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.paging import page_of, steps_of
from search.query import MAX_LENGTH, find


@dataclass(frozen=True)
class Hit:
    """One line of the answer."""

    title: str
    url: str
    kind: str
    summary: str


def hits(pages: Iterable[Page], request: HttpRequest) -> list[Hit]:
    """The found pages, in their order, read as what they are in one query per page type."""
    found = list(pages)
    specific = {page.pk: page for page in Page.objects.filter(pk__in=[page.pk for page in found]).specific()}
    return [
        Hit(page.title, page.get_url(request), page.specific_class._meta.verbose_name, getattr(page, "summary", ""))
        for page in (specific[one.pk] for one in found)
    ]


def search(request: HttpRequest) -> HttpResponse:
    """`?q=` words, `?page=` from 1; the form alone while there are no words."""
    words = request.GET.get("q", "").strip()[:MAX_LENGTH]
    page = page_of(find(words, get_language()), request)
    context = {
        "title": _("Search"),
        "description": _("Search the public services, guidance and departments of Thanh Hóa province."),
        "words": words,
        "page": page,
        "hits": hits(page.object_list, request),
        "steps": steps_of(page, {"q": words}),
    }
    return render(request, "search/search.html", context)
