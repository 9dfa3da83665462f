"""Fact checks of a page in the editors' area: links are made and taken back, comments are read and ticked off."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages as admin_messages
from wagtail.models import Page

from core.forms.fields import LineField
from core.row_numbers import row_number
from home.fact_check.links import DAYS, address_of, make_link
from home.models import FactCheck, FactCheckComment

DAY_CHOICES = [(days, days) for days in DAYS]


class LinkForm(forms.Form):
    """Whom the link is for, and how long it stays open."""

    reader = LineField(label=gettext_lazy("Who is asked to check (person or office)"), max_length=150)
    days = forms.TypedChoiceField(
        label=gettext_lazy("Days the link stays open"), choices=DAY_CHOICES, coerce=int, initial=7
    )


@require_http_methods(["GET", "HEAD", "POST"])
def fact_checks(request: HttpRequest, page_id: int) -> HttpResponse:
    """List the links to drafts of a page with what was said; a button makes another, takes one back, ticks off."""
    page = get_object_or_404(Page.objects.select_related("locale"), pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    form = LinkForm(request.POST if "make" in request.POST else None)
    if request.method == "POST" and _act(request, page, form):
        return redirect("fact_checks", page.pk)
    context = {
        "page": page,
        "form": form,
        "links": [(link, address_of(link)) for link in FactCheck.objects.for_page(page).select_related("page__locale")],
        "edit_url": reverse("wagtailadmin_pages:edit", args=[page.pk]),
    }
    return render(request, "home/fact_check/admin/editor.html", context)


def _act(request: HttpRequest, page: Page, form: LinkForm) -> bool:
    """Do what was pressed; False when the form has to be shown again."""
    if "make" in request.POST:
        if not form.is_valid():
            return False
        make_link(page, **form.cleaned_data, by=request.user)
        messages.success(request, _("The link is made. Copy its address and send it to whom you ask."))
    elif number := _number(request, "revoke"):
        link = get_object_or_404(FactCheck, pk=number, page_id=page.pk)
        link.revoke(timezone.now())
        messages.success(request, _("The link is taken back."))
    elif number := _number(request, "done"):
        comment = get_object_or_404(FactCheckComment, pk=number, fact_check__page_id=page.pk)
        comment.is_done = not comment.is_done
        comment.save(update_fields=["is_done"])
    return True


def _number(request: HttpRequest, name: str) -> int | None:
    return row_number(request.POST.get(name, ""))


def tell_of_comments(request: HttpRequest, page: Page) -> None:
    """Whoever edits a page hears of comments that nobody has ticked off."""
    if request.method != "GET" or request.headers.get("Accept") == "application/json":
        return
    waiting: Any = FactCheckComment.objects.filter(fact_check__page_id=page.pk, is_done=False)
    if not (count := waiting.count()):
        return
    words = ngettext("%(count)d comment of a fact check waits.", "%(count)d comments of fact checks wait.", count)
    button = admin_messages.button(reverse("fact_checks", args=[page.pk]), _("Read the comments"))
    admin_messages.info(request, words % {"count": count}, buttons=[button])
