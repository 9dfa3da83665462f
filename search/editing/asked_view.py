"""The report of what was asked of the search, in the editors' area."""

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem

from search.editing.asked import Show, asked

MAY_READ = "search.view_searchquery"
PERIODS = (7, 30, 90, 365)


def periods() -> list[tuple[int, str]]:
    """Return the spans one may choose, said in the language of whoever looks."""
    return [(days, ngettext("%d day", "%d days", days) % days) for days in PERIODS]


class AskedForm(forms.Form):
    """What is listed: which questions, of which language, of how many days."""

    show = forms.ChoiceField(label=gettext_lazy("Which questions"), choices=Show.choices)
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=settings.LANGUAGES)
    days = forms.TypedChoiceField(
        label=gettext_lazy("Of how long"),
        choices=periods,
        coerce=int,
    )

    USUAL = {"show": Show.NOTHING.value, "language": settings.LANGUAGE_CODE, "days": "30"}

    def __init__(self, request: HttpRequest) -> None:
        super().__init__({**self.USUAL, **request.GET.dict()})


@require_safe
@permission_required(MAY_READ, raise_exception=True)
def asked_report(request: HttpRequest) -> HttpResponse:
    """List what was asked, each with the two ways to mend it."""
    form = AskedForm(request)
    chosen = form.cleaned_data if form.is_valid() else None
    lines = asked(Show(chosen["show"]), chosen["language"], chosen["days"]) if chosen else []
    return render(request, "search/admin/asked.html", {"title": _("Asked of the search"), "form": form, "lines": lines})


class AskedMenuItem(MenuItem):
    """Shown to whoever may read it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(MAY_READ))
