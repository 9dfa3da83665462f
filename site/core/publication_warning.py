"""What the editor says beside its buttons: whether the gate of publishing would let the latest draft pass."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from wagtail.models import Page

from core.problem_words import editor_address


def publication_warning(request: HttpRequest, page_id: int) -> HttpResponse:
    """Answer a line about a page for those who may edit it; it is asked when the editor is open and after each save.

    Asked with the editor itself it would cost every opening what the gate reads.
    """
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    problems = page.get_latest_revision_as_object().publication_problems()
    context = {"count": len(problems), "address": editor_address(page)}
    return render(request, "core/admin/publication_warning.html", context)
