"""What was changed on a page, in a sentence for citizens: typed with a version, public once that version is."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from core.text import clean

LONGEST_NOTE = 300
NAME = "change_note"
"""What the note is called among what is kept of a version."""


class ChangeNote(models.Model):
    """One sentence of the history of a page, in the language of that page."""

    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="change_notes"
    )
    text = models.CharField(_("what was changed"), max_length=LONGEST_NOTE)
    published_at = models.DateTimeField(_("published at"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("change note")
        verbose_name_plural = _("change notes")
        ordering = ["-published_at", "-pk"]
        indexes = [models.Index(fields=["page", "-published_at"])]

    def __str__(self) -> str:
        return self.text


class NotedVersions:
    """A page whose versions carry a note of what was changed. It is no column: the page in force has none."""

    change_note = ""
    """The note of this version, as long as it is a draft."""

    def serializable_data(self) -> dict[str, Any]:
        """Return what is kept of a version, the note with it."""
        data: dict[str, Any] = super().serializable_data()  # type: ignore[misc] # Wagtail's page, by what it is given to
        return {**data, NAME: self.change_note} if self.change_note else data

    def with_content_json(self, content: dict[str, Any]) -> Any:  # noqa: ANN401 (Wagtail's word for a page)
        """Return the page of a version, with that version's note."""
        page = super().with_content_json(content)  # type: ignore[misc]
        page.change_note = content.get(NAME, "")
        return page

    def note_change(self, typed: str) -> None:
        """Have the next version carry this note."""
        self.change_note = as_note(typed)

    def keep_change_note(self) -> None:
        """Move the note of the version in force into the history of the page; asked again, there is none."""
        page = Page.objects.filter(pk=self.pk, live=True).select_related("live_revision", "latest_revision").first()  # type: ignore[attr-defined]
        revision = page and page.live_revision
        if page is None or revision is None or not (note := revision.content.get(NAME)):
            return
        ChangeNote.objects.create(page=page, text=note, published_at=timezone.now())
        _take_out(revision)
        latest = page.latest_revision
        if latest != revision and latest.content.get(NAME) == note:  # a draft begun while this one waited for its day
            _take_out(latest)


def as_note(typed: str) -> str:
    """Return a note as it is kept: one line, no longer than its column."""
    return clean(" ".join(typed.split()))[:LONGEST_NOTE]


def _take_out(revision: Revision) -> None:
    revision.content.pop(NAME)
    revision.save(update_fields=["content"])
