"""Columns of the tree of pages in the editors' area that ask the database nothing, however many lines there are.

What Wagtail offers in a menu on every line (copy, move, delete …) costs up to four questions a line; the same stands in
the head of each page's editor, and in the bar of what is ticked.
"""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.tables.pages import PageStatusColumn, PageTitleColumn
from wagtail.models import Page

Context = Mapping[str, Any]


class LightTitleColumn(PageTitleColumn):
    """The name, its language, locks and privacy, without a menu."""

    cell_template_name = "core/admin/page_title_cell.html"


class LightStatusColumn(PageStatusColumn):
    """The state, with the way to the public page, which is reckoned once per request."""

    def get_cell_context_data(self, instance: Page, parent_context: Context) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return {**context, "request": parent_context.get("request")}


def light(columns: list[Any]) -> list[Any]:
    """Return Wagtail's columns with ours in the places of those that ask."""
    ours = {"title": LightTitleColumn, "status": LightStatusColumn}
    return [_replaced(column, ours[column.name]) if column.name in ours else column for column in columns]


def _replaced(column: Any, kind: type) -> Any:  # noqa: ANN401 (any column)
    return kind(
        column.name, label=column.label, classname=column.classname, sort_key=column.sort_key, width=column.width
    )
