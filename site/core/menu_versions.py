"""Versions of the menus: what stood in them after each change in the settings, and taking one of them again."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from core.admin_visibility import Person
from core.models.menus import Menus
from core.models.portal_settings import PortalSettings
from core.word_versions import Words, WordVersion, keep_version, versions_of

CHANGED = "portal.menus"
FIELDS = tuple(Menus._meta.local_fields)
STREAMS = tuple(field.name for field in FIELDS if isinstance(field, StreamField))


class MenusFormatter(LogFormatter):
    """How the log of the portal tells it."""

    label = _("Menus changed")
    message = _("Menus changed")


def menu_words(chosen: PortalSettings) -> Words:
    """Return what stands in the menus, as the log can keep it."""
    return {field.name: _plain(field, chosen) for field in FIELDS}


def _plain(field: Any, chosen: PortalSettings) -> Any:  # noqa: ANN401 (a menu is a list, a heading a text)
    value = getattr(chosen, field.name)
    return list(value.get_prep_value()) if isinstance(field, StreamField) else value


def menu_versions(chosen: PortalSettings) -> list[WordVersion]:
    return versions_of(PortalSettings, object_id=str(chosen.pk), action=CHANGED)


def note_what_stands(request: HttpRequest, setting: object) -> None:
    """Keep what stands in the menus before somebody changes them, where no version says it yet."""
    if request.method == "POST" and isinstance(setting, PortalSettings):
        _keep(setting, None)


def note_what_changed(request: HttpRequest, setting: object) -> None:
    """Keep what somebody made of the menus; a change of anything else in the settings is none of them."""
    if isinstance(setting, PortalSettings):
        _keep(setting, request.user)


def _keep(chosen: PortalSettings, person: Person | None) -> None:
    words, versions = menu_words(chosen), menu_versions(chosen)
    if not versions or _said(versions[0].words or {}) != _said(words):
        keep_version(chosen, CHANGED, person, words)


def _said(words: Words) -> list[Any]:
    """Return what readers would notice of it: blanks, numbers of blocks and "shown" may stand there or not."""
    menus = [[_filled_in(entry["value"]) for entry in words.get(name, ())] for name in STREAMS]
    return [*menus, *(words.get(field.name, "") for field in FIELDS if field.name not in STREAMS)]


def _filled_in(value: dict[str, Any]) -> dict[str, Any]:
    shown = value.get("is_shown") is not False
    return {"is_shown": shown, **{name: one for name, one in value.items() if one and name != "is_shown"}}


def take_again(chosen: PortalSettings, version: WordVersion, person: Person) -> int:
    """Make the menus what they were, without entries whose page is gone; how many those are.

    ValidationError where what stood there is no menu any more.
    """
    words = deepcopy(dict(version.words or {}))
    there = set(Page.objects.filter(pk__in=pages_in(words)).values_list("pk", flat=True))
    gone = 0
    for field in FIELDS:
        value = words.get(field.name, field.get_default())
        if isinstance(field, StreamField):
            kept = [entry for entry in value if _page_of(entry) in there | {None}]
            gone += len(value) - len(kept)
            value = field.stream_block.to_python(kept)
        setattr(chosen, field.name, value)
    chosen.full_clean()
    chosen.save()
    _keep(chosen, person)
    return gone


def pages_in(words: Words) -> set[int]:
    """Return the numbers of the pages that the entries name."""
    return {number for entry in _entries(words) if (number := _page_of(entry))}


def _entries(words: Words) -> Iterator[dict[str, Any]]:
    for name in STREAMS:
        yield from words.get(name, ())


def _page_of(entry: dict[str, Any]) -> int | None:
    number: int | None = entry["value"].get("page")
    return number
