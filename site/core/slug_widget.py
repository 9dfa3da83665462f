"""The admin's field for a slug: what the browser proposes while a title is typed is what core.text.slug makes of it."""

from typing import Any

from wagtail.admin.widgets.slug import SlugInput

from core.text import SLUG_STEPS


class VietnameseSlugInput(SlugInput):
    """Wagtail's own field with the steps from Vietnamese to ASCII; a slug typed by hand stays."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, formatters=list(SLUG_STEPS))
