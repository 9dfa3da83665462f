"""Addresses that have moved: the redirect of a page covers everything below its old address, and the API's finders."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils.deprecation import MiddlewareMixin
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from core.page_routing import page_at_path
from core.visibility import visible

LONGEST = 255
"""Characters an old address may have."""


@dataclass(frozen=True)
class NewAddress:
    """Where an address leads today: the page that took it along, if it was a page's, and the whole address."""

    page: Page | None
    url: str
    is_permanent: bool


class MovedAddressMiddleware(MiddlewareMixin):
    """Where nothing is found, the address is looked for among those that have moved; its query goes along."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        found = new_address(request, request.path_info, request.META.get("QUERY_STRING", ""))
        if found is None:
            return response
        answer = HttpResponsePermanentRedirect if found.is_permanent else HttpResponseRedirect
        return answer(found.url)


def new_address(request: HttpRequest, path: str, query: str = "") -> NewAddress | None:
    """Return where `path` leads since a page above or at it moved; None when none did, or when the page is not public.

    The longest old address counts. What lies below a page that is there today has not moved with another one,
    so no two pages that swapped their addresses send anybody round in circles.
    """
    if "\x00" in path or "\x00" in query:  # no database keeps one, so no page ever had it in its address
        return None
    whole = Redirect.normalise_path(f"{path}?{query}" if query else path)
    stems = _stems(Redirect.normalise_path(path))
    known = {one.old_path: one for one in _redirects(request, {whole, *stems})}
    if not known:
        return None
    if whole in known and whole not in stems:
        return _target(known[whole], "", "")
    for stem in stems:
        rest = path[len(stem) :].strip("/")
        if rest and _is_there(request, stem):
            return None
        if stem in known:
            return _below(known[stem], rest + "/" if rest and path.endswith("/") else rest, query)
    return None


def _stems(path: str) -> list[str]:
    """Return the path and every path above it, the longest first."""
    parts = path[:LONGEST].split("/")
    return ["/".join(parts[:count]) for count in range(len(parts), 1, -1)]


def _redirects(request: HttpRequest, paths: set[str]) -> list[Redirect]:
    """Return those for every site first, so that one made for this site wins."""
    found = Redirect.get_for_site(Site.find_for_request(request)).filter(old_path__in=paths)
    return sorted(found.select_related("redirect_page"), key=lambda one: one.site_id is not None)


def _is_there(request: HttpRequest, path: str) -> bool:
    page = page_at_path(request, path)
    return page is not None and page.live


def _below(redirect: Redirect, rest: str, query: str) -> NewAddress | None:
    """Return what lay below the old address of a page lies below its new one;
    a link to elsewhere covers itself alone.
    """
    return None if rest and redirect.redirect_page_id is None else _target(redirect, rest, query)


def _target(redirect: Redirect, rest: str, query: str) -> NewAddress | None:
    page = redirect.redirect_page
    if page is not None and not visible(type(page).objects.filter(pk=page.pk)).exists():
        return None
    link = redirect.link
    if not link:
        return None
    url = f"{link.rstrip('/')}/{rest}" if rest else link
    joint = "&" if "?" in url else "?"
    return NewAddress(page, f"{url}{joint}{query}" if query else url, redirect.is_permanent)
