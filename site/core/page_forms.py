"""The admin's forms of pages: whatever keeps a page from being stored is said beside its field, before it is stored."""

from typing import Any

from django.utils import timezone
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm

from core.slug_widget import VietnameseSlugInput


class PageForm(WagtailAdminPageForm):
    """The edit form of every page."""

    def clean(self) -> dict[str, Any]:
        self._clear_expiry_that_has_passed()
        cleaned: dict[str, Any] = super().clean()
        return cleaned

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
        return cleaned
