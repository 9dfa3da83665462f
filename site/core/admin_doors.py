"""Addresses of the editors' area that name a page or a file open for whoever may see it there.

Wagtail asks at most addresses, each for itself; some tell a name before they ask, or never do.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from wagtail.admin.auth import permission_denied
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from core.admin_visibility import named_in_public, sees_file, sees_page

PAGES = ("page_id", "parent_page_id", "page_to_move_id", "destination_id")
FILES = {"document_id": get_document_model, "doc_id": get_document_model, "image_id": get_image_model}
"""What addresses call the numbers of pages and of files."""
COMPARISON = "revisions_compare"
"""The one address whose page has no name."""
OF_PUBLIC_PAGES = ("wagtailadmin_choose_page_child", "submit_page_translation")
"""Linking and translating begin at pages of others, as the public knows them."""


class AdminDoorsMiddleware:
    """Sends whoever asks for somebody else's page or file back, before its name is told."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Callable, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        is_asked = request.path_info.startswith(reverse("wagtailadmin_home"))
        if not is_asked or request.user.is_superuser or not request.user.has_perm("wagtailadmin.access_admin"):
            return None  # whoever may not enter at all is Wagtail's to send away
        return None if all(_opens(request, args, kwargs)) else permission_denied(request)


def _opens(request: HttpRequest, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Iterator[bool]:
    """Yield for each page and file that the address names whether this person may see it; what is not there is
    Wagtail's to tell.
    """
    name = request.resolver_match.url_name if request.resolver_match else None
    numbers = [kwargs[gap] for gap in PAGES if gap in kwargs] + list(args[:1] if name == COMPARISON else ())
    for page in Page.objects.filter(pk__in=numbers):
        is_public = name in OF_PUBLIC_PAGES and named_in_public(Page.objects.filter(pk=page.pk)).exists()
        yield is_public or sees_page(request.user, page)
    for gap, model in FILES.items():
        file = model().objects.filter(pk=kwargs[gap]).first() if gap in kwargs else None
        yield file is None or sees_file(request.user, file)
