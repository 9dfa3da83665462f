"""Pages of a list: a number that does not exist is a 404, never a guess."""

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

PER_PAGE = 20


def page_of(items, request: HttpRequest, per_page: int = PER_PAGE) -> Page:
    """The page of `items` that `?page=` asks for (from 1); raises Http404 for anything that is not one of its pages."""
    try:
        return Paginator(items, per_page).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404(_("There is no such page of this list.")) from error
