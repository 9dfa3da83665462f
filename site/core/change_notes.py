"""What citizens read of the changes of a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from wagtail.models import Page

from core.models.change_note import NAME, ChangeNote

SHOWN = 5
"""How many notes a page shows."""


@dataclass(frozen=True)
class ShownNote:
    """A line of the history that citizens read."""

    day: date
    text: str


def shown_notes(page: Page) -> list[ShownNote]:
    """Return the latest notes of a page, newest first; a draft shows its own as of today."""
    rows = ChangeNote.objects.filter(page_id=page.pk)[:SHOWN] if page.pk else ()
    own = [ShownNote(timezone.localdate(), note)] if (note := getattr(page, NAME, "")) else []
    return [*own, *(ShownNote(_day(row.published_at), row.text) for row in rows)][:SHOWN]


def latest_notes(pages: Iterable[Page]) -> dict[int, ShownNote]:
    """Return the newest note of each page that has one, by the page's number; one query for all."""
    rows = ChangeNote.objects.filter(page_id__in=[page.pk for page in pages]).order_by("published_at", "pk")
    return {row.page_id: ShownNote(_day(row.published_at), row.text) for row in rows}


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
