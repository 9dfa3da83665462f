"""The page of the editors' area where published change notes are mended or taken away."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from core.models.change_note import ChangeNote, as_note
from core.row_numbers import row_number


@require_http_methods(["GET", "HEAD", "POST"])
def published_notes(request: HttpRequest, page_id: int) -> HttpResponse:
    """List the notes of a page; a button keeps another text of one at once, or takes one away when its text is blank.

    For those who may publish the page: what they do here is public.
    """
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    if request.method == "POST":
        _mend(request, page)
        return redirect("published_notes", page.pk)
    context = {
        "page": page,
        "notes": ChangeNote.objects.filter(page=page),
        "edit_url": reverse("wagtailadmin_pages:edit", args=[page.pk]),
    }
    return render(request, "core/admin/change_notes.html", context)


def _mend(request: HttpRequest, page: Page) -> None:
    note = get_object_or_404(ChangeNote, pk=row_number(request.POST.get("note", "")), page=page)
    text = as_note(request.POST.get("text", ""))
    if text:
        note.text = text
        note.save(update_fields=["text"])
        messages.success(request, _("The note is mended."))
    else:
        note.delete()
        messages.success(request, _("The note is taken away."))
