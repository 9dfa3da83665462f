"""The page of the editors' area that says who is touched by another page."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from wagtail.models import Page

from core.page_dependents import dependents_of


def page_dependents(request: HttpRequest, page_id: int) -> HttpResponse:
    """What depends on a page, for those who may edit it."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    context = {
        "page": page,
        "found": dependents_of(page, request.user),
        "edit_url": reverse("wagtailadmin_pages:edit", args=[page.pk]),
    }
    return render(request, "core/admin/page_dependents.html", context)
