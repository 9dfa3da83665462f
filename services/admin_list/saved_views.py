"""Filters of the list of services kept by name: each person has their own, and nobody else's show."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from core.models import SavedView
from core.models.saved_view import MOST
from core.text import clean
from services.admin_list.filters import ServiceFilters

LISTING = "services"
KEPT = ("q", "ordering", *ServiceFilters.base_filters)
"""What of an address belongs to the filters."""


class SavedViewForm(forms.Form):
    """The name of a view and what it filters."""

    name = forms.CharField(label=gettext_lazy("Name of this view"), max_length=80)
    query = forms.CharField(widget=forms.HiddenInput, max_length=1000)

    def clean_name(self) -> str:
        name = clean(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError(_("Give the view a name."))
        return name

    def clean_query(self) -> str:
        query = kept_query(QueryDict(self.cleaned_data["query"]))
        if not query:
            raise forms.ValidationError(_("Choose a filter first."))
        return query


def kept_query(query: QueryDict) -> str:
    """Return those of the parameters that filter or order the list."""
    return urlencode({name: query[name] for name in KEPT if query.get(name)})


def own_views(request: HttpRequest) -> QuerySet[SavedView]:
    return SavedView.objects.filter(owner_id=request.user.pk, listing=LISTING)


def views_of(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the views of this person, and which of them is shown."""
    shown = kept_query(request.GET)
    index = reverse("services:index")
    return [
        {"view": view, "url": f"{index}?{view.query}", "is_shown": view.query == shown} for view in own_views(request)
    ]


@require_POST
def save_view(request: HttpRequest) -> HttpResponse:
    """Keep the filters by a name; the same name again replaces them."""
    form = SavedViewForm(request.POST)
    own = own_views(request)
    index = reverse("services:index")
    if not form.is_valid():
        for error in [error for errors in form.errors.values() for error in errors]:
            messages.error(request, str(error))
        return redirect(f"{index}?{kept_query(QueryDict(request.POST.get('query', '')))}")
    name, query = form.cleaned_data["name"], form.cleaned_data["query"]
    if own.count() >= MOST and not own.filter(name=name).exists():
        messages.error(request, _("You keep %(most)d views already: delete one first.") % {"most": MOST})
    else:
        own.update_or_create(owner_id=request.user.pk, listing=LISTING, name=name, defaults={"query": query})
        messages.success(request, _("The view “%(name)s” is kept.") % {"name": name})
    return redirect(f"{index}?{query}")


@require_POST
def delete_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget one's own view."""
    view = get_object_or_404(own_views(request), pk=pk)
    view.delete()
    messages.success(request, _("The view “%(name)s” is deleted.") % {"name": view.name})
    return redirect("services:index")
