"""The page of the editors' area that says who is touched by another page."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from wagtail.models import Page

from core.page_dependents import dependents_of


def page_dependents(request: HttpRequest, page_id: int) -> HttpResponse:
    """Answer what depends on a page, for those who may edit it; `beside` its editor's buttons in one line that opens.

    The editor asks for that line when it stands open: read with the editor it would cost every opening as much.
    """
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    found = dependents_of(page, request.user)
    context = {"page": page, "found": found, "edit_url": reverse("wagtailadmin_pages:edit", args=[page.pk])}
    if "beside" not in request.GET:
        return render(request, "core/admin/page_dependents.html", context)
    people = [one for one in found if one.counts_people]
    context |= {"people": people, "others": len(found) - len(people)}
    return render(request, "core/admin/page_dependents_beside.html", context)
