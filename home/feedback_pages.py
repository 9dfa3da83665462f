"""Which page of the public site an address names."""

import re
from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.urls import Resolver404, resolve
from django.utils import translation
from wagtail.models import Page, Site

from core.http import is_for_programs, language_of
from core.url_zones import is_public
from core.visibility import visible
from home.models.feedback import LONGEST_PATH

PAGE_VIEW = "wagtail_serve"
PATH = re.compile(r"/(?:[\w.-]+/)*", re.ASCII)
"""What addresses of pages are made of; files and feeds end without a slash."""


@dataclass(frozen=True)
class FeedbackPage:
    """A page of the site that anybody may open; `page_id` is None for a page that no editor writes."""

    path: str
    language: str
    page_id: int | None


def feedback_page_at(path: str, request: HttpRequest) -> FeedbackPage | None:
    """Return the public page at this path of the site (without host and parameters), None for anything else."""
    if len(path) > LONGEST_PATH or not PATH.fullmatch(path) or is_for_programs(path) or not is_public(path):
        return None
    language = language_of(path)
    with translation.override(language):
        try:
            found = resolve(path)
        except Resolver404:
            return None
        if found.url_name != PAGE_VIEW:
            return FeedbackPage(path, language, None)
        page_id = _page_at(found.args[0], request)
    return FeedbackPage(path, language, page_id) if page_id else None


def _page_at(path: str, request: HttpRequest) -> int | None:
    site = Site.find_for_request(request)
    steps = [step for step in path.split("/") if step]
    try:
        page, _arguments, _named = site.root_page.localized.specific.route(request, steps)
    except Http404:
        return None
    return page.pk if visible(Page.objects).filter(pk=page.pk).exists() else None
