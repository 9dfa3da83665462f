"""The admin's forms of pages: the editor, where every button saves a draft first, and the form for copying."""

from typing import Any

from django.utils import timezone
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm

from core.draft_forms import DraftRules, show_problems
from core.slug_widget import VietnameseSlugInput

CHANGE_NOTE = "change_note"
"""What the field beside the buttons is called; it is no column of the page (core/models/change_note.py)."""
SCHEDULE = ("go_live_at", "expire_at")


class PageForm(DraftRules, WagtailAdminPageForm):
    """The edit form of every page. It takes what a database can hold; the gate of publishing asks the rest."""

    _dates: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound and self.instance.shown_problems:
            show_problems(self, self.instance.shown_problems)

    def is_valid(self) -> bool:
        self.defer_required_fields()
        valid: bool = super().is_valid()
        return valid

    def clean(self) -> dict[str, Any]:
        self._clear_expiry_that_has_passed()
        self._dates = {name: self.cleaned_data.pop(name) for name in SCHEDULE if name in self.cleaned_data}
        cleaned: dict[str, Any] = super().clean()
        return cleaned

    def _clean_form(self) -> None:
        super()._clean_form()
        # whether the dates fit is asked when the page is published: Wagtail's own check got to see none
        self.cleaned_data.update(self._dates)

    def save(self, commit: bool = True) -> Any:  # noqa: ANN401 (Wagtail's word for a page)
        if self.instance.pk is None:
            self.instance.live = False  # it becomes public by being published, never by being made
        if CHANGE_NOTE in self.data:
            self.instance.note_change(self.data[CHANGE_NOTE])
        return super().save(commit=commit)

    def _clear_expiry_that_has_passed(self) -> None:
        """The date that took the page down has done its work; left as it was, it must not keep the page from saving."""
        stored, posted = self.instance.expire_at, self.cleaned_data.get("expire_at")
        if self.instance.live or not (stored and posted) or posted > timezone.now():
            return
        if posted.replace(second=0, microsecond=0) == stored.replace(second=0, microsecond=0):
            self.cleaned_data["expire_at"] = None


class PageCopyForm(CopyForm):
    """Where a copy goes and what its address is; an address that is free is offered."""

    page: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = self.page.specific
        slug = self.fields["new_slug"]
        slug.initial = self.page.free_slug(self.page.slug, self.page.get_parent())
        slug.widget = VietnameseSlugInput()

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        parent = cleaned.get("new_parent_page") or self.page.get_parent()
        problem = self.page.slug_problem(cleaned.get("new_slug", ""), parent.locale)
        if problem and "new_slug" not in self.errors:
            self.add_error("new_slug", problem)
        # a copy begins as a draft; what was public is published by the door of copies, where the gate is asked
        cleaned["publish_copies"] = False
        return cleaned
