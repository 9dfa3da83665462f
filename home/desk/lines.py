"""A block of the first page: a heading, how many things there are, and the first of them as lines that lead there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from django.conf import settings
from django.db.models import Count, Model, QuerySet, Window
from django.urls import reverse
from django.utils import dateformat, timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from core.i18n import written_day

SHOWN = 5
"""Lines of a block of what is everybody's; of what is one's own there are more."""
SHOWN_OF_ONES_OWN = 10

LATE, SOON, OPEN = "late", "soon", "open"
"""What a mark looks like; its words say the same."""

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Line:
    """One thing that waits: its name, where it is dealt with, what is to know of it, and a mark in a word or two.

    `is_button`: getting there begins something, so that it is pressed, not followed.
    """

    title: str
    url: str
    detail: str
    mark: str | Promise
    tone: str = OPEN
    is_button: bool = False


@dataclass(frozen=True)
class Block:
    """Lines under a heading; `more` leads to all of them where a list shows them."""

    name: str
    heading: str
    count: int
    lines: list[Line]
    more: str = ""


def block(
    name: str, heading: str, rows: QuerySet[Row], line: Callable[[Row], Line], *, most: int = SHOWN, more: str = ""
) -> Block:
    """Return a block of the first of these rows, which one question finds and counts."""
    found = list(rows.annotate(how_many=Window(Count("*")))[:most])
    count: int = found[0].how_many if found else 0
    return Block(name, heading, count, [line(row) for row in found], more if count > len(found) else "")


def edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def name_of(page: Page) -> str:
    """Return what a page is called in the editors' area, with its language if that is not Vietnamese."""
    language = page.locale.language_code
    return page.draft_title if language == settings.LANGUAGE_CODE else f"{page.draft_title} ({language})"


def days_left(day: date, today: date) -> tuple[str, str]:
    """Return how long it is to a day, or how long ago it was, in words and as a tone."""
    days = (day - today).days
    if days < 0:
        return ngettext("%(days)d day late", "%(days)d days late", -days) % {"days": -days}, LATE
    if days == 0:
        return _("today"), SOON
    return ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days}, SOON


def day_in_words(moment: datetime) -> str:
    return written_day(timezone.localtime(moment).date())


def moment_in_words(moment: datetime) -> str:
    return f"{dateformat.format(timezone.localtime(moment), 'H:i')} {day_in_words(moment)}"


def sentence(parts: Iterable[str]) -> str:
    """Join what is to know of a thing, without what is blank."""
    return " · ".join(part for part in parts if part)
