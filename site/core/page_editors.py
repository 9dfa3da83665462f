"""The editor of a page with what Wagtail has no hook for: the side panel of the page's type, and no blank lines."""

import re

from django.http import HttpResponse
from django.template.response import TemplateResponse
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView

AS_WRITTEN = re.compile(rb"(<(?:textarea|pre|script)\b.*?</(?:textarea|pre|script)>)", re.DOTALL)
BLANK_LINES = re.compile(rb"\n\s*\n")


def without_blank_lines(html: bytes) -> bytes:
    """Return the page without the blank lines of its templates, 25 KB of a long one; texts stay as they are."""
    parts = AS_WRITTEN.split(html)
    return b"".join(part if index % 2 else BLANK_LINES.sub(b"\n", part) for index, part in enumerate(parts))


class OwnEditor:
    """Puts the panel of the page's type first; the autosave draws it again with each answer."""

    def get_side_panels(self) -> list[BaseSidePanel]:
        panels: list[BaseSidePanel] = super().get_side_panels()  # type: ignore[misc]
        make = getattr(self.page, "side_panel", None)  # type: ignore[attr-defined]
        if make:
            panels.insert(0, make(self.page, self.request))  # type: ignore[attr-defined]
        return panels

    def render_to_response(self, *args: object, **kwargs: object) -> HttpResponse:
        answer: HttpResponse = super().render_to_response(*args, **kwargs)  # type: ignore[misc]
        if isinstance(answer, TemplateResponse):
            answer.add_post_render_callback(_squeeze)
        return answer


def _squeeze(answer: HttpResponse) -> None:
    answer.content = without_blank_lines(answer.content)


class PageEditView(OwnEditor, EditView):
    """Stands in the place of Wagtail's own."""


class PageCreateView(OwnEditor, CreateView):
    """Stands in the place of Wagtail's own."""
