"""The screen with the versions of the menus: who changed them when, what stood there, the way back."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from core.menu_blocks import PARTS
from core.menu_versions import menu_versions, pages_in, take_again
from core.models.portal_settings import PortalSettings
from core.word_versions import Words, WordVersion, chosen

PERMISSION = "core.change_portalsettings"
MENUS = (
    ("main_menu", gettext_lazy("main menu"), ""),
    ("first_column", gettext_lazy("First column of the footer"), "first_heading"),
    ("second_column", gettext_lazy("Second column of the footer"), "second_heading"),
)


@require_http_methods(["GET", "HEAD", "POST"])
def menus_of_the_past(request: HttpRequest) -> HttpResponse:
    """List the versions; a button makes the menus what they were."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    settings = PortalSettings.load(request_or_site=request)
    versions = menu_versions(settings)
    if version := chosen(versions, request.POST.get("restore", "")):
        _restore(request, settings, version)
        return redirect("menu_versions")
    titles = Page.objects.in_bulk({number for version in versions for number in pages_in(version.words or {})})
    shown = [(version, _readable(version.words or {}, titles)) for version in versions]
    return render(request, "core/admin/menu_versions.html", {"versions": shown, "settings": settings})


def _restore(request: HttpRequest, settings: PortalSettings, version: WordVersion) -> None:
    try:
        gone = take_again(settings, version, request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return
    messages.success(request, _("The menus are again what they were. Readers see it within a minute."))
    if gone:
        told = ngettext(
            "%(count)d entry is left out: its page is gone.",
            "%(count)d entries are left out: their pages are gone.",
            gone,
        )
        messages.warning(request, told % {"count": gone})


def _readable(words: Words, titles: Mapping[int, Page]) -> list[tuple[str, list[str]]]:
    """Return each menu by its name with the names of its entries."""
    return [
        (words.get(heading) or str(name), [_entry_name(entry["value"], titles) for entry in words.get(field, ())])
        for field, name, heading in MENUS
    ]


def _entry_name(value: Mapping[str, Any], titles: Mapping[int, Page]) -> str:
    page = titles.get(value.get("page") or 0)
    target = page.title if page else str(dict(PARTS).get(value.get("part", ""), value.get("address", "")))
    name = value.get("label") or target or _("a page that is gone")
    return name if value.get("is_shown", True) else _("%(name)s (switched off)") % {"name": name}
